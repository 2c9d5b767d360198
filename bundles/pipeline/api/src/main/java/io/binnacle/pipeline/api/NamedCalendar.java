package io.binnacle.pipeline.api;

import io.binnacle.platform.api.time.PeriodCalendar;
import java.util.Objects;
import java.util.UUID;

/**
 * A fiscal calendar of the tenant.
 *
 * @param name unique among the calendars
 * @param standard whether reports go by it when none is named; at most one is
 * @param version the number of its latest journal event; 0 for the one that the settings give
 */
public record NamedCalendar(UUID id, String name, boolean standard, PeriodCalendar calendar, long version) {

    public NamedCalendar {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(calendar, "calendar");
    }
}
