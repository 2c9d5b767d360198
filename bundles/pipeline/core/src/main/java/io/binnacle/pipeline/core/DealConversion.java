package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.Converted;
import io.binnacle.pipeline.api.CurrencyConversion.Converter;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.RateUsed;
import io.binnacle.pipeline.core.store.DealAmount;
import io.binnacle.platform.api.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Converts deals one by one and remembers by which rates. Belongs to one report. */
final class DealConversion {

    private final Converter converter;
    private final RatePolicy policy;
    private final String currency;
    private final LocalDate reported;
    private final Set<RateUsed> used = new LinkedHashSet<>();

    /** @param reported the day of the report; for plan rates any day of its fiscal year */
    DealConversion(Converter converter, RatePolicy policy, String currency, LocalDate reported) {
        this.converter = converter;
        this.policy = policy;
        this.currency = currency;
        this.reported = reported;
    }

    DealAmount convert(DealAmount deal) {
        return deal.amount().map(amount -> deal.worth(convert(amount, deal))).orElse(deal);
    }

    /** Each rate that was used, once. */
    List<RateUsed> used() {
        return new ArrayList<>(used);
    }

    private Money convert(Money amount, DealAmount deal) {
        LocalDate on = policy == RatePolicy.TRANSACTION_DATE ? deal.closeDate().orElse(reported) : reported;
        Converted converted = converter.convert(amount, currency, policy, on);
        converted.rate().ifPresent(used::add);
        return converted.amount();
    }
}
