package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.time.FiscalPeriod;
import io.binnacle.platform.api.time.PeriodCalendar;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;

/** Texts in a query that go into the database or the journal. */
final class Texts {

    private static final int LONGEST = 1000;

    private Texts() {}

    static Optional<String> printable(Context ctx, String name) {
        Optional<String> text = Parameters.text(ctx, name);
        if (text.filter(value -> value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw INVALID_PARAMETER
                    .because("%s must be a text of at most %d characters without control characters", name, LONGEST)
                    .at("/" + name);
        }
        return text;
    }

    /** Why a change is made; empty when nobody says. */
    static String reason(Context ctx) {
        return printable(ctx, "reason").orElse("");
    }

    static Optional<LocalDate> day(Context ctx, String name) {
        Optional<String> text = Parameters.text(ctx, name);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw INVALID_PARAMETER
                    .because("%s must be a date like 2026-11-02, not '%s'", name, text.orElseThrow())
                    .at("/" + name);
        }
    }

    static Optional<String> currency(Context ctx) {
        Optional<String> code = Parameters.text(ctx, "currency");
        try {
            return code.map(text -> Currency.getInstance(text).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER
                    .because("currency must be an ISO 4217 code such as EUR, not '%s'", code.orElseThrow())
                    .at("/currency");
        }
    }

    /** The period of close dates that is asked for, by its name in a calendar. */
    static Optional<FiscalPeriod> period(Context ctx, PeriodCalendar calendar) {
        return Parameters.text(ctx, "period").map(name -> {
            try {
                return calendar.period(name);
            } catch (IllegalArgumentException e) {
                throw INVALID_PARAMETER
                        .because("%s", "period: " + e.getMessage())
                        .at("/period");
            }
        });
    }
}
