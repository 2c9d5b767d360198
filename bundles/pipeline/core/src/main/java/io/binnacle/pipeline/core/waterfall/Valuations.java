package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.CurrencyConversion;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.core.PipelineSettings;

/** Chooses in which currency a report is, and what amounts are worth in it. */
record Valuations(PipelineSettings settings, CurrencyConversion conversion) {

    /** @param query with a period */
    Valuation of(WaterfallQuery query) {
        return query.rates().<Valuation>map(policy -> byRates(policy, query)).orElseGet(() -> atFace(query));
    }

    private Valuation byRates(RatePolicy policy, WaterfallQuery query) {
        ByRates.Terms terms = new ByRates.Terms(
                policy,
                query.currency().orElseGet(conversion::base),
                conversion.base(),
                query.period().orElseThrow().first(),
                settings.zone());
        return new ByRates(conversion.at(query.knownAt()), terms);
    }

    private Valuation atFace(WaterfallQuery query) {
        return query.currency().<Valuation>map(OneCurrency::new).orElseGet(() -> new OnlyCurrency(settings.currency()));
    }
}
