package io.binnacle.pipeline.api.stages;

import io.binnacle.pipeline.api.ForecastCategory;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A wish to take a deal to a stage.
 *
 * @param stage where it is to go
 * @param pipeline the key of the pipeline it is to go to; empty to stay in its own
 * @param category what it is to be forecast as; when empty, a deal that had its stage's category takes that of the
 *     new stage, and another keeps its own
 * @param evidence what shows that exit criteria are met, by their names
 * @param validSince since when it has been there; empty for now
 */
public record StageMove(
        String stage,
        Optional<String> pipeline,
        Optional<ForecastCategory> category,
        Map<String, String> evidence,
        Optional<LocalDate> validSince) {

    public StageMove {
        Objects.requireNonNull(stage, "stage");
        evidence = evidence == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(evidence));
    }
}
