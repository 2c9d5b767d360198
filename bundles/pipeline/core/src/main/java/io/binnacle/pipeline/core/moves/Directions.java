package io.binnacle.pipeline.core.moves;

import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Pipelines;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.util.Optional;

/** Tells which way a deal went, by the order that its pipeline had then or, if it had none of these stages, has. */
record Directions(Pipelines pipelines, AsOf asOf) {

    /** The places from one stage to another; empty when they are in no order. */
    Optional<Integer> steps(String pipeline, String from, String to, Instant at) {
        return steps(pipelines.named(pipeline, new AsOf(at, asOf.knownAt())), from, to)
                .or(() -> steps(pipelines.named(pipeline, asOf), from, to));
    }

    private static Optional<Integer> steps(Optional<Pipeline> pipeline, String from, String to) {
        return pipeline.filter(order -> order.place(from) >= 0 && order.place(to) >= 0)
                .map(order -> order.place(to) - order.place(from));
    }
}
