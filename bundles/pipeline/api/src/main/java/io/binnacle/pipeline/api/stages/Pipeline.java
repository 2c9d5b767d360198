package io.binnacle.pipeline.api.stages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The way that deals of one motion go.
 *
 * @param key what deals name in their field pipeline; it never changes
 * @param stages in their order; a pipeline without any takes every stage
 * @param version the number of its latest journal event; 0 for the standard one that nobody has changed
 */
public record Pipeline(UUID id, String key, String name, List<Stage> stages, long version) {

    public Pipeline {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        stages = List.copyOf(stages);
    }

    /** Whether a deal in it may stand in a stage of this name. */
    public boolean takes(String stage) {
        return stages.isEmpty() || place(stage) >= 0;
    }

    /** Where a stage comes in the order, from 0; -1 when it is none of this pipeline's. */
    public int place(String stage) {
        return IntStream.range(0, stages.size())
                .filter(at -> stages.get(at).name().equals(stage))
                .findFirst()
                .orElse(-1);
    }

    /** The stage of this name. */
    public Optional<Stage> stage(String named) {
        return stages.stream().filter(stage -> stage.name().equals(named)).findFirst();
    }
}
