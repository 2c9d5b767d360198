package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.ContactRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.pipeline.api.PipelineBatch.TargetRecord;
import io.binnacle.pipeline.core.imports.Contribution.Need;
import io.binnacle.pipeline.core.imports.file.Row;
import io.binnacle.pipeline.core.load.Cycles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles which of some rows come in together: none twice, none without what it refers to. */
final class Settlement {

    private final List<Contribution> rows;
    private final Set<ExternalRef> known;

    /** @param known what is here from before, of all that the rows refer to */
    Settlement(List<Contribution> rows, Set<ExternalRef> known) {
        this.rows = rows;
        this.known = known;
        refuseDuplicates();
        refuseSecondParents();
        boolean settled = false;
        while (!settled) {
            settled = !refuseUnknownReferences() & !refuseCircles();
        }
    }

    /** Every name that rows refer to, tell of or fall back on. */
    static Set<ExternalRef> named(List<Contribution> rows) {
        Set<ExternalRef> refs = new HashSet<>();
        for (Contribution row : rows) {
            row.needs().forEach(need -> refs.add(need.ref()));
            row.edits().forEach(edit -> refs.add(edit.deal()));
            row.nodesIfUnknown().forEach(node -> refs.add(node.ref()));
            row.accountsIfUnknown().forEach(account -> refs.add(account.ref()));
        }
        return refs;
    }

    /** The rows that come in. */
    List<Contribution> accepted() {
        return rows.stream().filter(Contribution::isAccepted).toList();
    }

    /** What the rows bring, together with deals and targets that were put together from several rows. */
    PipelineBatch batch(List<DealHistory> deals, List<TargetRecord> targets) {
        Map<ExternalRef, NodeRecord> nodes = new LinkedHashMap<>();
        Map<ExternalRef, AccountRecord> accounts = new LinkedHashMap<>();
        List<ProductRecord> products = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        List<ContactRecord> contacts = new ArrayList<>();
        List<DealHistory> histories = new ArrayList<>(deals);
        for (Contribution row : accepted()) {
            row.nodes().forEach(node -> nodes.put(node.ref(), node));
            row.accounts().forEach(account -> accounts.put(account.ref(), account));
            products.addAll(row.products());
            histories.addAll(row.deals());
            attachments.addAll(row.attachments());
            contacts.addAll(row.contacts());
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
                List.copyOf(nodes.values()),
                List.copyOf(accounts.values()),
                products,
                histories,
                targets,
                attachments,
                contacts);
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
                            "stands already on " + earlier.place() + ", which counts; remove one"));
        }
    }

    private void refuseSecondParents() {
        Map<ExternalRef, NodeRecord> first = new HashMap<>();
        for (Contribution contribution : accepted()) {
            for (NodeRecord node : contribution.nodes()) {
                NodeRecord earlier = first.putIfAbsent(node.ref(), node);
                if (earlier != null && !earlier.parent().equals(node.parent())) {
                    String column = contribution.identity().map(Need::column).orElse("");
                    contribution
                            .row()
                            .error(
                                    column,
                                    "CONTRADICTION",
                                    node.name() + " stands under "
                                            + earlier.parent()
                                                    .map(ExternalRef::id)
                                                    .orElse("nobody")
                                            + " further up; it can have one place only");
                }
            }
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
                                    "there is no such " + need.ref().type().replace('_', ' ')
                                            + ", neither in these files nor from before; import it too or correct it");
                }
            }
        }
        return refused;
    }

    private boolean refuseCircles() {
        Map<ExternalRef, ExternalRef> parents = new LinkedHashMap<>();
        Map<ExternalRef, Contribution> origins = new HashMap<>();
        for (Contribution row : accepted()) {
            for (AccountRecord account : row.accounts()) {
                account.parent().ifPresent(parent -> parents.put(account.ref(), parent));
                origins.put(account.ref(), row);
            }
            for (ContactRecord contact : row.contacts()) {
                contact.reportsTo().ifPresent(superior -> parents.put(contact.ref(), superior));
                origins.put(contact.ref(), row);
            }
        }
        Optional<Set<ExternalRef>> circle = Cycles.find(parents);
        circle.ifPresent(members -> members.forEach(member -> {
            Contribution origin = origins.get(member);
            String column = origin.needs().stream()
                    .filter(need -> need.ref().equals(parents.get(member)))
                    .map(Need::column)
                    .findFirst()
                    .orElse("");
            if (origin.contacts().isEmpty()) {
                origin.row().error(column, "ACCOUNT_CYCLE", "the account would stand below itself; correct its parent");
            } else {
                origin.row()
                        .error(column, "CONTACT_CYCLE", "the person would report to themselves; correct the superior");
            }
        }));
        return circle.isPresent();
    }
}
