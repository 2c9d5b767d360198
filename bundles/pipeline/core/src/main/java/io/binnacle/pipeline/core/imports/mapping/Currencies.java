package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.imports.ImportContext;
import java.util.Currency;
import java.util.Optional;

/** The currency of a row's amounts. */
final class Currencies {

    private Currencies() {}

    static String of(Values values, ImportContext context) {
        return values.text("currency").flatMap(code -> known(values, code)).orElse(context.currency());
    }

    private static Optional<String> known(Values values, String code) {
        try {
            return Optional.of(Currency.getInstance(code).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            values.row().error("currency", "UNKNOWN_CURRENCY", "write an ISO 4217 code such as USD");
            return Optional.empty();
        }
    }
}
