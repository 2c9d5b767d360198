package io.binnacle.pipeline.api.metrics;

import java.time.LocalDate;

/**
 * A span of days, both included.
 *
 * @throws IllegalArgumentException when it ends before it begins
 */
public record Window(LocalDate from, LocalDate to) {

    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window ends on or after its first day, not " + from + " to " + to);
        }
    }

    /** Whether {@code day} lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
