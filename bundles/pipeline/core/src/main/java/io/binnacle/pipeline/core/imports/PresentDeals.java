package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.core.store.ExternalRefs.Named;
import io.binnacle.pipeline.core.store.OpportunityRow;
import io.binnacle.pipeline.core.store.OpportunityTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Completes the facts of deals that no file describes, but that are here from before. */
record PresentDeals(Handle handle, Map<ExternalRef, Named> known, ImportContext context) {

    /** The deals with their pasts. */
    List<DealHistory> histories(List<DealFacts> deals) {
        Map<UUID, OpportunityRow> rows = rows(deals);
        Tracked tracked = Tracked.of(deals);
        List<DealHistory> histories = new ArrayList<>();
        for (DealFacts deal : deals) {
            histories.add(DealPast.of(
                    deal,
                    deal.now()
                            .orElseGet(
                                    () -> state(rows.get(known.get(deal.deal()).id()))),
                    context,
                    tracked));
        }
        return histories;
    }

    private Map<UUID, OpportunityRow> rows(List<DealFacts> deals) {
        List<UUID> ids = deals.stream()
                .filter(deal -> deal.now().isEmpty())
                .map(deal -> known.get(deal.deal()).id())
                .toList();
        Map<UUID, OpportunityRow> rows = new HashMap<>();
        OpportunityTable.ROWS
                .lock(handle, ids)
                .forEach(row -> rows.put(row.deal().id(), row));
        return rows;
    }

    // Account, owner and product stay empty: what a source does not tell is left as it is.
    private static DealState state(OpportunityRow row) {
        Opportunity deal = row.deal();
        return new DealState(
                row.changedAt(),
                deal.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                deal.stage(),
                deal.status(),
                deal.category(),
                deal.amount(),
                deal.closeDate(),
                deal.createdOn(),
                deal.nextStep(),
                deal.nextActivity(),
                deal.reasonClosed(),
                deal.pipeline(),
                deal.probability(),
                deal.deleted(),
                deal.ext());
    }
}
