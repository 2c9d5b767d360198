package io.binnacle.pipeline.api;

import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalPeriod;
import java.util.Optional;

/**
 * What is to be rolled up, and how.
 *
 * @param period by close date; empty for all time
 * @param currency without {@code rates} only deals in it; with them what all deals are converted to, or the
 *     base currency when it is empty
 * @param rates by which amounts are converted; empty for not at all
 * @param hierarchy along which
 * @param mode how it was then or how it is now
 * @param credit to whom a deal counts; only the {@link HierarchyKind#ORG} hierarchy knows splits
 */
public record RollupQuery(
        Optional<FiscalPeriod> period,
        Optional<String> currency,
        Optional<RatePolicy> rates,
        HierarchyKind hierarchy,
        HierarchyMode mode,
        CreditMode credit,
        AsOf asOf) {

    /** By owner along the sales hierarchy as it was, in one currency without any rates. */
    public static RollupQuery of(Optional<FiscalPeriod> period, Optional<String> currency, AsOf asOf) {
        return new RollupQuery(
                period, currency, Optional.empty(), HierarchyKind.ORG, HierarchyMode.AS_WAS, CreditMode.OWNER, asOf);
    }
}
