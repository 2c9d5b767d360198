package io.binnacle.pipeline.core.load;

import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.api.PipelineLoader.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a load does. */
final class Tally {

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private int events;

    void add(String entity, int created, int changed, int unchanged, int written) {
        counts.merge(
                entity,
                new Count(created, changed, unchanged),
                (a, b) ->
                        new Count(a.created() + b.created(), a.changed() + b.changed(), a.unchanged() + b.unchanged()));
        events += written;
    }

    Outcome outcome(List<String> notes) {
        return new Outcome(counts, events, notes);
    }
}
