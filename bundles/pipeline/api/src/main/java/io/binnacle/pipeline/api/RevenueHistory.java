package io.binnacle.pipeline.api;

import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What was won, as time series. Any thread may call. */
@ProviderType
public interface RevenueHistory {

    /** What a series stands for. */
    enum Grouping {
        ALL,
        REGION,
        MANAGER,
        OWNER,
        ACCOUNT
    }

    /**
     * Monthly won revenue by close date, from the first month in which anything was won to the last month that
     * has ended at {@code asOf}; all series start and end together.
     *
     * @param currency only deals in this currency; empty when there is but one
     * @throws io.binnacle.platform.api.error.PlatformException MIXED_CURRENCIES as for roll-ups
     */
    List<RevenueSeries> wonByMonth(Grouping grouping, Optional<String> currency, AsOf asOf);
}
