package io.binnacle.pipeline.core.stages;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.stages.ExitCriterion;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Stage;
import java.util.List;

/**
 * Where a change takes a deal in the order of a pipeline; a win takes it beyond the last stage.
 *
 * @param start its place before, from 0; -1 when it was in none
 * @param end its place afterwards
 */
record Way(Pipeline pipeline, int start, int end) {

    static Way of(Pipeline pipeline, Opportunity before, Opportunity after) {
        boolean wins = after.status() == OpportunityStatus.WON && before.status() != OpportunityStatus.WON;
        int end = pipeline.place(after.stage());
        int start = before.pipeline().equals(after.pipeline()) ? pipeline.place(before.stage()) : wins ? end : -1;
        return new Way(pipeline, start, wins ? pipeline.stages().size() : end);
    }

    boolean leadsBack() {
        return start >= 0 && end < start;
    }

    /** The stages that are neither where it starts nor where it ends. */
    List<String> skipped() {
        return passed().stream().skip(1).map(Stage::name).toList();
    }

    /** What has to hold on the way. */
    List<ExitCriterion> criteria() {
        return passed().stream().flatMap(stage -> stage.exitCriteria().stream()).toList();
    }

    private List<Stage> passed() {
        return start < 0 || end <= start ? List.of() : pipeline.stages().subList(start, end);
    }
}
