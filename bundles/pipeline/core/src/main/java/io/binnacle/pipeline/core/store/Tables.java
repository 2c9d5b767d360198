package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Product;
import io.binnacle.pipeline.api.Target;
import io.binnacle.platform.api.money.Money;
import java.util.List;

/** The tables whose rows are the entities themselves. */
public final class Tables {

    /** The sales hierarchy. */
    public static final TypedTable<HierarchyNode> NODES = new TypedTable<>(
            "pipeline.node",
            List.of(
                    new Column<>("id", HierarchyNode::id),
                    new Column<>("version", HierarchyNode::version),
                    new Column<>("name", HierarchyNode::name),
                    new Column<>("kind", HierarchyNode::kind),
                    new Column<>("parent_id", HierarchyNode::parent),
                    new Column<>("ended_on", HierarchyNode::endedOn)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new HierarchyNode(
                        cells.id("id"),
                        cells.text("name"),
                        NodeKind.valueOf(cells.text("kind")),
                        cells.maybeId("parent_id"),
                        cells.maybeDate("ended_on"),
                        cells.refs(),
                        cells.number("version"));
            });

    /** The accounts. */
    public static final TypedTable<Account> ACCOUNTS = new TypedTable<>(
            "pipeline.account",
            List.of(
                    new Column<>("id", Account::id),
                    new Column<>("version", Account::version),
                    new Column<>("name", Account::name),
                    new Column<>("parent_id", Account::parent),
                    new Column<>("industry", Account::industry),
                    new Column<>("region", Account::region)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Account(
                        cells.id("id"),
                        cells.text("name"),
                        cells.maybeId("parent_id"),
                        cells.maybeText("industry"),
                        cells.maybeText("region"),
                        cells.refs(),
                        cells.number("version"));
            });

    /** The products. */
    public static final TypedTable<Product> PRODUCTS = new TypedTable<>(
            "pipeline.product",
            List.of(
                    new Column<>("id", Product::id),
                    new Column<>("version", Product::version),
                    new Column<>("name", Product::name),
                    new Column<>("family", Product::family),
                    new Column<>("list_price", product -> product.listPrice().map(Money::amount)),
                    new Column<>("list_currency", product -> product.listPrice().map(Money::currency))),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Product(
                        cells.id("id"),
                        cells.text("name"),
                        cells.maybeText("family"),
                        cells.money("list_price", "list_currency"),
                        cells.refs(),
                        cells.number("version"));
            });

    /** The targets. */
    public static final TypedTable<Target> TARGETS = new TypedTable<>(
            "pipeline.target",
            List.of(
                    new Column<>("id", Target::id),
                    new Column<>("version", Target::version),
                    new Column<>("node_id", Target::node),
                    new Column<>("metric", Target::metric),
                    new Column<>("quarter", Target::quarter),
                    new Column<>("amount", target -> target.amount().amount()),
                    new Column<>("currency", target -> target.amount().currency())),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Target(
                        cells.id("id"),
                        cells.id("node_id"),
                        Target.Metric.valueOf(cells.text("metric")),
                        cells.text("quarter"),
                        cells.money("amount", "currency").orElseThrow(),
                        cells.number("version"));
            });

    private Tables() {}
}
