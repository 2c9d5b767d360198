package io.binnacle.pipeline.core.imports;

import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for a whole import.
 *
 * @param currency of amounts whose file names none
 * @param today nothing can have happened after it
 */
record ImportContext(String currency, ZoneId zone, LocalDate today) {

    /** Why a deal has ended, when the source does not say. */
    static final String NO_REASON = "no reason in the source";

    /** The start of a day. */
    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** An amount in the currency of the import. */
    Optional<Money> money(Optional<BigDecimal> amount) {
        return amount.map(value -> new Money(value, currency));
    }

    /** A day on which something has happened: the row is refused when it lies ahead. */
    void refuseAhead(Row row, String column, Optional<LocalDate> day) {
        day.filter(date -> date.isAfter(today))
                .ifPresent(date -> row.error(
                        column,
                        "IMPOSSIBLE_DATE",
                        date.toString(),
                        "this has happened, so it cannot lie ahead of " + today));
    }
}
