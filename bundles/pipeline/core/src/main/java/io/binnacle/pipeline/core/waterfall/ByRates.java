package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.Converted;
import io.binnacle.pipeline.api.CurrencyConversion.Converter;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.RateUsed;
import io.binnacle.pipeline.api.Rollup.Conversion;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Converts every amount to one currency and remembers by which rates. For one thread. */
final class ByRates implements Valuation {

    /**
     * By which rate, to what.
     *
     * @param plan any day of the fiscal year whose plan rate counts
     * @param zone where days end
     */
    record Terms(RatePolicy policy, String currency, String base, LocalDate plan, ZoneId zone) {

        LocalDate day(View seen) {
            return switch (policy) {
                case PLAN -> plan;
                case SPOT -> today(seen);
                case TRANSACTION_DATE ->
                    seen.stand().flatMap(stand -> stand.closeDate()).orElseGet(() -> today(seen));
            };
        }

        private LocalDate today(View seen) {
            return LocalDate.ofInstant(seen.at(), zone);
        }
    }

    private final Converter converter;
    private final Terms terms;
    private final Set<RateUsed> used = new LinkedHashSet<>();

    ByRates(Converter converter, Terms terms) {
        this.converter = converter;
        this.terms = terms;
    }

    @Override
    public boolean takes(Money amount) {
        return true;
    }

    @Override
    public BigDecimal worth(Money amount, View seen) {
        Converted converted = converter.convert(amount, terms.currency(), terms.policy(), terms.day(seen));
        converted.rate().ifPresent(used::add);
        return converted.amount().amount();
    }

    @Override
    public String currency() {
        return terms.currency();
    }

    @Override
    public Optional<Conversion> conversion() {
        return Optional.of(new Conversion(terms.policy(), terms.base(), new ArrayList<>(used)));
    }
}
