package io.binnacle.pipeline.api.stages;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Coming into a stage, or leaving it.
 *
 * @param at since when it holds
 * @param recordedAt when it became known
 * @param by who said so
 * @param reason why, in the words of whoever said so
 * @param overridden the exit criteria that were not met and passed with that reason
 * @param evidence what was given to show that exit criteria are met, by their names
 */
public record Passage(
        Instant at,
        Instant recordedAt,
        String by,
        String reason,
        List<String> overridden,
        Map<String, String> evidence) {

    public Passage {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
        overridden = List.copyOf(overridden);
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    }
}
