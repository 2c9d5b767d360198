package io.binnacle.pipeline.core.rates;

import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.CurrencyConversion;
import io.binnacle.pipeline.api.ExchangeRates;
import io.binnacle.pipeline.core.PipelineSettings;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Conversion by the stored rates, in the fiscal years of the standard calendar, over the tenant's currency. */
@Component
public final class DatedConversion implements CurrencyConversion {

    private final ExchangeRates rates;
    private final Calendars calendars;
    private final String base;

    @Activate
    public DatedConversion(
            @Reference ExchangeRates rates, @Reference Calendars calendars, @Reference PipelineSettings settings) {
        this.rates = rates;
        this.calendars = calendars;
        this.base = settings.currency();
    }

    @Override
    public String base() {
        return base;
    }

    @Override
    public Converter at(Instant knownAt) {
        return new RateTable(rates.all(knownAt), base, calendars.standard().calendar());
    }
}
