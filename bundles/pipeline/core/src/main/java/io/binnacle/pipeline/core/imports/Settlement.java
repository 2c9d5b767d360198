package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.pipeline.core.imports.Contribution.Need;
import io.binnacle.pipeline.core.load.Cycles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles which rows of all files come in together: none twice, none without what it refers to. */
final class Settlement {

    private final List<Contribution> rows;
    private final Set<ExternalRef> known;

    /** @param known what is here from before, of all that the rows refer to */
    Settlement(List<Contribution> rows, Set<ExternalRef> known) {
        this.rows = rows;
        this.known = known;
        refuseDuplicates();
        boolean settled = false;
        while (!settled) {
            settled = !refuseUnknownReferences() & !refuseCircles();
        }
    }

    /** Every name that rows refer to or fall back on. */
    static Set<ExternalRef> named(List<Contribution> rows) {
        Set<ExternalRef> refs = new HashSet<>();
        for (Contribution row : rows) {
            row.needs().forEach(need -> refs.add(need.ref()));
            row.nodesIfUnknown().forEach(node -> refs.add(node.ref()));
            row.accountsIfUnknown().forEach(account -> refs.add(account.ref()));
        }
        return refs;
    }

    /** The rows that come in. */
    PipelineBatch batch() {
        Map<ExternalRef, NodeRecord> nodes = new LinkedHashMap<>();
        Map<ExternalRef, AccountRecord> accounts = new LinkedHashMap<>();
        List<ProductRecord> products = new ArrayList<>();
        List<DealHistory> deals = new ArrayList<>();
        for (Contribution row : accepted()) {
            row.nodes().forEach(node -> nodes.put(node.ref(), node));
            row.accounts().forEach(account -> accounts.put(account.ref(), account));
            products.addAll(row.products());
            deals.addAll(row.deals());
        }
        for (Contribution row : accepted()) {
            row.nodesIfUnknown().stream()
                    .filter(node -> !known.contains(node.ref()))
                    .forEach(node -> nodes.putIfAbsent(node.ref(), node));
            row.accountsIfUnknown().stream()
                    .filter(account -> !known.contains(account.ref()))
                    .forEach(account -> accounts.putIfAbsent(account.ref(), account));
        }
        return new PipelineBatch(
                List.copyOf(nodes.values()), List.copyOf(accounts.values()), products, deals, List.of());
    }

    private List<Contribution> accepted() {
        return rows.stream().filter(Contribution::isAccepted).toList();
    }

    private void refuseDuplicates() {
        Map<ExternalRef, Row> first = new HashMap<>();
        for (Contribution contribution : accepted()) {
            Optional<Need> identity = contribution.identity();
            identity.map(id -> first.putIfAbsent(id.ref(), contribution.row())).ifPresent(earlier -> contribution
                    .row()
                    .error(
                            identity.get().column(),
                            "DUPLICATE_ID",
                            identity.get().ref().id(),
                            "stands already on " + earlier.place() + ", which counts; remove one"));
        }
    }

    private boolean refuseUnknownReferences() {
        Set<ExternalRef> provided = new HashSet<>(known);
        accepted().forEach(row -> provided.addAll(row.provided()));
        boolean refused = false;
        for (Contribution contribution : accepted()) {
            for (Need need : contribution.needs()) {
                if (!provided.contains(need.ref())) {
                    refused = true;
                    contribution
                            .row()
                            .error(
                                    need.column(),
                                    "UNKNOWN_REFERENCE",
                                    need.ref().id(),
                                    "there is no such " + need.ref().type().replace('_', ' ')
                                            + ", neither in these files nor from before; import it too or correct it");
                }
            }
        }
        return refused;
    }

    private boolean refuseCircles() {
        Map<ExternalRef, ExternalRef> parents = new LinkedHashMap<>();
        Map<ExternalRef, Row> origins = new HashMap<>();
        for (Contribution row : accepted()) {
            for (AccountRecord account : row.accounts()) {
                account.parent().ifPresent(parent -> parents.put(account.ref(), parent));
                origins.put(account.ref(), row.row());
            }
        }
        Optional<Set<ExternalRef>> circle = Cycles.find(parents);
        circle.ifPresent(members -> members.forEach(member -> origins.get(member)
                .error(
                        "subsidiary_of",
                        "ACCOUNT_CYCLE",
                        parents.get(member).id(),
                        "the account would stand below itself; correct its parent")));
        return circle.isPresent();
    }
}
