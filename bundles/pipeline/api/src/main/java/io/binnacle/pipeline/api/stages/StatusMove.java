package io.binnacle.pipeline.api.stages;

import io.binnacle.pipeline.api.ForecastCategory;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A wish to change a deal's status.
 *
 * @param reasonClosed why it is won, lost or cancelled; needed then
 * @param closeDate the day on which it was won or lost, which does not lie ahead; when empty, the day of the change.
 *     For other turns the new close date, or empty to leave it
 * @param category what an opened deal is forecast as; when empty, PIPELINE after reopening, and as before otherwise
 * @param evidence what shows that exit criteria of the stages up to the last are met, by their names
 * @param validSince since when it is so; empty for now
 */
public record StatusMove(
        Turn turn,
        Optional<String> reasonClosed,
        Optional<LocalDate> closeDate,
        Optional<ForecastCategory> category,
        Map<String, String> evidence,
        Optional<LocalDate> validSince) {

    public StatusMove {
        Objects.requireNonNull(turn, "turn");
        evidence = evidence == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(evidence));
    }
}
