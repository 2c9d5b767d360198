package io.binnacle.pipeline.api.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What holds for a whole import.
 *
 * @param currency of amounts whose file names none
 * @param zone where days begin and end
 * @param today nothing can have happened after it
 */
public record ImportContext(String currency, ZoneId zone, LocalDate today) {

    /** The start of a day. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day of a moment. */
    public LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }
}
