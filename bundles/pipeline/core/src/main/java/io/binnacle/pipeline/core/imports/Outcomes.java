package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.api.PipelineLoader.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what became of the batches of one import. */
final class Outcomes {

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Map<HistoryQuality, Long> qualities = new EnumMap<>(HistoryQuality.class);
    private int events;
    private long unowned;

    void add(PipelineBatch batch, Outcome outcome) {
        outcome.counts().forEach((kind, count) -> counts.merge(kind, count, Outcomes::sum));
        events += outcome.events();
        for (DealHistory deal : batch.deals()) {
            qualities.merge(deal.quality(), 1L, Long::sum);
            unowned += deal.states().get(deal.states().size() - 1).owner().isEmpty() ? 1 : 0;
        }
    }

    Outcome all() {
        return new Outcome(counts, events, notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (unowned > 0) {
            notes.add(unowned + " deals have no owner");
        }
        note(HistoryQuality.STAGE_ONLY, "their stages over time are known, their past owners are not", notes);
        note(
                HistoryQuality.CURRENT_ONLY,
                "how they stand now is known, too little of what was before; nothing is guessed",
                notes);
        return notes;
    }

    private void note(HistoryQuality quality, String meaning, List<String> notes) {
        Long count = qualities.get(quality);
        if (count != null) {
            notes.add(count + " deals are " + quality + ": " + meaning);
        }
    }

    private static Count sum(Count a, Count b) {
        return new Count(a.created() + b.created(), a.changed() + b.changed(), a.unchanged() + b.unchanged());
    }
}
