package io.binnacle.pipeline.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A deal's time in one stage of one pipeline.
 *
 * @param until when it left or was closed; empty while it is there
 * @param held for how long it was on hold in that time, up to the point in time that is asked about
 */
record Visit(String pipeline, String stage, Instant from, Optional<Instant> until, Duration held) {

    /** The whole days from entry to leaving, or to {@code now}; without those on hold if they pause. */
    long days(Instant now, boolean paused) {
        Duration whole = Duration.between(from, until.orElse(now));
        return (paused ? whole.minus(held) : whole).toDays();
    }

    boolean isIn(String otherPipeline, String otherStage) {
        return pipeline.equals(otherPipeline) && stage.equals(otherStage);
    }
}
