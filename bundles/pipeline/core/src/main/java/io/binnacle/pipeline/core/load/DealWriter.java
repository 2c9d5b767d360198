package io.binnacle.pipeline.core.load;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.OpportunityRow;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Loads deals with their histories, some thousands at a time. */
final class DealWriter {

    private static final int AT_A_TIME = 4_000;

    private final LoadContext load;
    private final Names names;
    private final Tally tally;
    private final DealStates states;

    DealWriter(LoadContext load, Names names, Tally tally) {
        this.load = load;
        this.names = names;
        this.tally = tally;
        this.states = new DealStates(names);
    }

    /** Loads deals; answers the digests of those that are new or came in another form than before. */
    Map<ExternalRef, String> write(List<DealHistory> deals, Progress progress) {
        Map<ExternalRef, String> digests = new LinkedHashMap<>();
        for (int from = 0; from < deals.size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, deals.size());
            some(deals.subList(from, to), digests);
            progress.report((int) (100L * to / deals.size()), "deals: " + to + " of " + deals.size());
        }
        return digests;
    }

    private void some(List<DealHistory> deals, Map<ExternalRef, String> digests) {
        List<DealHistory> fresh = new ArrayList<>();
        List<DealHistory> known = new ArrayList<>();
        List<String> hashes = deals.parallelStream().map(Json::hash).toList();
        for (int i = 0; i < deals.size(); i++) {
            DealHistory deal = deals.get(i);
            String digest = hashes.get(i);
            if (names.isNew(deal.ref())) {
                digests.put(deal.ref(), digest);
                fresh.add(deal);
            } else if (!names.digest(deal.ref()).equals(java.util.Optional.of(digest))) {
                digests.put(deal.ref(), digest);
                known.add(deal);
            }
        }
        tally.add(Entities.OPPORTUNITY, 0, 0, deals.size() - fresh.size() - known.size(), 0);
        create(fresh);
        change(known);
    }

    private void create(List<DealHistory> deals) {
        List<Change> changes = new ArrayList<>();
        List<NewDeal> created =
                deals.parallelStream().map(states::of).map(NewDeal::of).toList();
        created.forEach(deal -> deal.changes(load).forEach(changes::add));
        Map<UUID, Appended> appended = load.append(changes);
        List<OpportunityRow> rows = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        for (NewDeal deal : created) {
            Instant recorded = appended.get(deal.id()).recordedTime();
            rows.add(deal.row(recorded));
            standings.addAll(deal.standings(recorded));
        }
        OpportunityTable.ROWS.insert(load.database(), load.handle(), rows);
        load.standings().add(load.handle(), standings);
        tally.add(Entities.OPPORTUNITY, rows.size(), 0, 0, changes.size());
    }

    private void change(List<DealHistory> deals) {
        Map<UUID, OpportunityRow> present = new HashMap<>();
        OpportunityTable.ROWS
                .lock(
                        load.handle(),
                        deals.stream().map(deal -> names.id(deal.ref())).toList())
                .forEach(row -> present.put(row.deal().id(), row));
        List<Change> changes = new ArrayList<>();
        Map<UUID, Timeline> timelines = new LinkedHashMap<>();
        for (DealHistory deal : deals) {
            UUID id = names.id(deal.ref());
            Timeline timeline = new Timeline(load.journal().history(new EntityRef(Entities.OPPORTUNITY, id)));
            Reconciliation news = Reconciliation.of(timeline, present.get(id).deal(), states.of(deal));
            news.patches()
                    .forEach(
                            patch -> changes.add(load.change(Entities.OPPORTUNITY, id, patch.since(), patch.fields())));
            if (!news.patches().isEmpty()) {
                timelines.put(id, timeline);
            }
        }
        Map<UUID, Appended> appended = load.append(changes);
        List<OpportunityRow> rows = new ArrayList<>();
        timelines.forEach((id, timeline) -> rows.add(row(timeline, appended.get(id))));
        OpportunityTable.ROWS.update(load.handle(), rows);
        timelines.keySet().forEach(id -> load.standings()
                .follow(load.handle(), id, present.get(id).deal().version()));
        tally.add(Entities.OPPORTUNITY, 0, rows.size(), deals.size() - rows.size(), changes.size());
    }

    private static OpportunityRow row(Timeline timeline, Appended last) {
        Opportunity deal = Fields.read(last.entity().id(), last.seq(), timeline.at(Instant.MAX), Opportunity.class);
        return new OpportunityRow(deal, timeline.end(), last.recordedTime());
    }
}
