package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.platform.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one row brings, and what has to be there for it. */
final class Contribution {

    /** Something the row refers to, and the column that does. */
    record Need(String column, ExternalRef ref) {}

    /** A row's part in the reconciliation. */
    record Staged(String stage, Optional<Money> amount, String currency) {}

    private final Row row;
    private final List<NodeRecord> nodes = new ArrayList<>();
    private final List<AccountRecord> accounts = new ArrayList<>();
    private final List<ProductRecord> products = new ArrayList<>();
    private final List<DealHistory> deals = new ArrayList<>();
    private final List<NodeRecord> nodesIfUnknown = new ArrayList<>();
    private final List<AccountRecord> accountsIfUnknown = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private Optional<Staged> staged = Optional.empty();
    private Optional<Need> identity = Optional.empty();

    Contribution(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    /** Whether the row brings something and nothing stands against it. */
    boolean isAccepted() {
        return identity.isPresent() && row.isGood();
    }

    /** The row is the one that describes {@code ref}; a second such row is refused. */
    Contribution describes(String column, ExternalRef ref) {
        identity = Optional.of(new Need(column, ref));
        return this;
    }

    Contribution brings(NodeRecord node) {
        nodes.add(node);
        return this;
    }

    Contribution brings(AccountRecord account) {
        accounts.add(account);
        return this;
    }

    Contribution brings(ProductRecord product) {
        products.add(product);
        return this;
    }

    Contribution brings(DealHistory deal, Staged standing) {
        deals.add(deal);
        staged = Optional.of(standing);
        return this;
    }

    Contribution bringsIfUnknown(NodeRecord node) {
        nodesIfUnknown.add(node);
        return this;
    }

    Contribution bringsIfUnknown(AccountRecord account) {
        accountsIfUnknown.add(account);
        return this;
    }

    Contribution needs(String column, ExternalRef ref) {
        needs.add(new Need(column, ref));
        return this;
    }

    Optional<Need> identity() {
        return identity;
    }

    List<Need> needs() {
        return needs;
    }

    Optional<Staged> staged() {
        return staged;
    }

    List<NodeRecord> nodes() {
        return nodes;
    }

    List<AccountRecord> accounts() {
        return accounts;
    }

    List<ProductRecord> products() {
        return products;
    }

    List<DealHistory> deals() {
        return deals;
    }

    List<NodeRecord> nodesIfUnknown() {
        return nodesIfUnknown;
    }

    List<AccountRecord> accountsIfUnknown() {
        return accountsIfUnknown;
    }

    /** Everything that is there once the row is in. */
    List<ExternalRef> provided() {
        List<ExternalRef> refs = new ArrayList<>();
        nodes.forEach(node -> refs.add(node.ref()));
        accounts.forEach(account -> refs.add(account.ref()));
        products.forEach(product -> refs.add(product.ref()));
        deals.forEach(deal -> refs.add(deal.ref()));
        nodesIfUnknown.forEach(node -> refs.add(node.ref()));
        accountsIfUnknown.forEach(account -> refs.add(account.ref()));
        return refs;
    }
}
