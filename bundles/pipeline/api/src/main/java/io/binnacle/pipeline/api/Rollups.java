package io.binnacle.pipeline.api;

import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Sums of the pipeline. Any thread may call. */
@ProviderType
public interface Rollups {

    /** The fiscal calendar of the settings; its zone is where days end. */
    FiscalCalendar calendar();

    /** The standard fiscal calendar, which periods of reports belong to. */
    default PeriodCalendar periods() {
        return calendar();
    }

    /**
     * The pipeline by owner, manager and region.
     *
     * @param period by close date; empty for all time
     * @param currency only deals in this currency; empty when there is but one
     * @throws io.binnacle.platform.api.error.PlatformException MIXED_CURRENCIES when no currency is given and
     *     there are several: amounts in several currencies are never added silently
     */
    Rollup rollup(Optional<FiscalQuarter> period, Optional<String> currency, AsOf asOf);

    /**
     * The pipeline along any hierarchy, in one currency or converted to one, by owner or by credit.
     *
     * @throws io.binnacle.platform.api.error.PlatformException MIXED_CURRENCIES when neither a currency nor a
     *     rate policy is given and there are several; RATE_MISSING when a deal cannot be converted
     */
    default Rollup rollup(RollupQuery query) {
        return rollup(query.period().map(FiscalQuarter::of), query.currency(), query.asOf());
    }

    /** The fiscal quarters in which any deal closes or is expected to, the earliest first. */
    List<FiscalQuarter> quarters();
}
