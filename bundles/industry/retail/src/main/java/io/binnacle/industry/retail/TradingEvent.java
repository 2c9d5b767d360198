package io.binnacle.industry.retail;

import java.time.LocalDate;
import java.util.UUID;

/** Days that matter in the year of a retailer, both included. */
record TradingEvent(
        UUID id, UUID account, Kind kind, String name, LocalDate firstDay, LocalDate lastDay, long version) {

    enum Kind {
        /** No changes to systems. */
        FREEZE,
        /** Stores open. */
        OPENING,
        PROMOTION
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
