package io.binnacle.pipeline.api.stages;

import io.binnacle.pipeline.api.OpportunityStatus;
import java.util.Objects;
import java.util.Optional;

/**
 * The time of a deal in one stage while it was open or on hold; a closed deal is in none.
 *
 * @param pipeline the key of the pipeline
 * @param kind how it came there
 * @param steps how many places of the pipeline's order it moved to come there, less than 0 for back; empty when it
 *     did not come from another stage of that order
 * @param left empty while it is there
 * @param closedAs how it was closed; empty when it left in another way
 * @param days whole days from entering to leaving, or to the point in time that is asked about
 * @param daysOnHold the whole days of these on which it was on hold
 */
public record StageVisit(
        String pipeline,
        String stage,
        Kind kind,
        Optional<Integer> steps,
        Passage entered,
        Optional<Passage> left,
        Optional<OpportunityStatus> closedAs,
        long days,
        long daysOnHold) {

    /**
     * How a deal comes into a stage. What is forward and back is told by the pipeline as it was at that moment, or,
     * when it had no such stages yet, as it is at the point in time that is asked about.
     */
    public enum Kind {
        /** It began there. */
        START,
        /** To the next stage. */
        FORWARD,
        /** Forward over at least one stage. */
        SKIP,
        /** To an earlier stage. */
        REGRESSION,
        /** It had been closed or removed. */
        RETURN,
        /** Another system says so. */
        IMPORT,
        /** From another pipeline, or from or to a stage that is none of the pipeline's. */
        UNORDERED
    }

    public StageVisit {
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(entered, "entered");
    }
}
