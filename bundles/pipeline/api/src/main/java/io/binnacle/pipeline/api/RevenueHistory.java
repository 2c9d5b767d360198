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
     * Monthly won revenue by close date, from the first to the last month in which anything was won in this
     * currency, but never beyond the last month that has ended at {@code asOf}. All series start and end
     * together; a month between without a win is zero. Months after the last win are left out, since nobody
     * can tell a bad month from data that ends there; a win without an amount counts nowhere.
     *
     * <p>Owners, managers and regions are those of the hierarchy at {@code asOf}. What belongs to none stands
     * in a series with the key {@code none}.
     *
     * @return by name; empty when nothing was won
     * @param currency only deals in this currency; empty when there is but one
     * @throws io.binnacle.platform.api.error.PlatformException MIXED_CURRENCIES as for roll-ups
     */
    List<RevenueSeries> wonByMonth(Grouping grouping, Optional<String> currency, AsOf asOf);
}
