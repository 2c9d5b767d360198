package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.OpportunityLine;
import io.binnacle.pipeline.api.Touch;
import io.binnacle.platform.api.money.Money;
import java.time.LocalDate;
import java.util.List;

/** The tables of what hangs on deals. */
public final class DetailTables {

    /** What deals sell. */
    public static final TypedTable<OpportunityLine> LINES = new TypedTable<>(
            "pipeline.opportunity_line",
            List.of(
                    new Column<>("id", OpportunityLine::id),
                    new Column<>("version", OpportunityLine::version),
                    new Column<>("opportunity_id", OpportunityLine::opportunity),
                    new Column<>("product_id", OpportunityLine::product),
                    new Column<>("description", OpportunityLine::description),
                    new Column<>("quantity", OpportunityLine::quantity),
                    new Column<>("unit_price", line -> line.unitPrice().map(Money::amount)),
                    new Column<>("unit_currency", line -> line.unitPrice().map(Money::currency)),
                    new Column<>("total", line -> line.total().amount()),
                    new Column<>("currency", line -> line.total().currency()),
                    new Column<>("discount", OpportunityLine::discount),
                    new Column<>("service_date", OpportunityLine::serviceDate),
                    new Column<>("removed", OpportunityLine::removed)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new OpportunityLine(
                        cells.id("id"),
                        cells.id("opportunity_id"),
                        cells.maybeId("product_id"),
                        cells.maybeText("description"),
                        row.getBigDecimal("quantity"),
                        cells.money("unit_price", "unit_currency"),
                        cells.money("total", "currency").orElseThrow(),
                        cells.maybeDecimal("discount"),
                        cells.maybeDate("service_date"),
                        row.getBoolean("removed"),
                        cells.refs(),
                        cells.number("version"));
            });

    /** What was and is to be done about deals. */
    public static final TypedTable<Touch> TOUCHES = new TypedTable<>(
            "pipeline.touch",
            List.of(
                    new Column<>("id", Touch::id),
                    new Column<>("version", Touch::version),
                    new Column<>("opportunity_id", Touch::opportunity),
                    new Column<>("node_id", Touch::node),
                    new Column<>("day", Touch::day),
                    new Column<>("kind", Touch::kind),
                    new Column<>("subject", Touch::subject),
                    new Column<>("done", Touch::done)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Touch(
                        cells.id("id"),
                        cells.id("opportunity_id"),
                        cells.maybeId("node_id"),
                        row.getObject("day", LocalDate.class),
                        cells.text("kind"),
                        cells.text("subject"),
                        row.getBoolean("done"),
                        cells.refs(),
                        cells.number("version"));
            });

    private DetailTables() {}
}
