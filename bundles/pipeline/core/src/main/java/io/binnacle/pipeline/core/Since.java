package io.binnacle.pipeline.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Since when a change holds: from now on, or since the start of a day that must not lie ahead. */
public record Since(Clock clock, ZoneId zone) {

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when the day lies ahead */
    public Instant of(Optional<LocalDate> day) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (day.filter(LocalDate.ofInstant(now, zone)::isBefore).isPresent()) {
            throw INVALID_CONTENT
                    .because("validSince %s lies ahead; leave it out for now", day.get())
                    .at("/validSince");
        }
        return day.map(start -> start.atStartOfDay(zone).toInstant()).orElse(now);
    }

    /** The day on which {@code instant} is. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
