package io.binnacle.pipeline.api.metrics;

import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Figures of the pipeline at any point in both times: equal questions about the past get equal answers for ever.
 * Removed deals count nowhere. Any thread may call; a call reads the history of all deals.
 */
@ProviderType
public interface PipelineMetrics {

    /**
     * Conversion by stage.
     *
     * @param window of entry; empty for the tenant's number of days up to the point in time
     */
    Conversion conversion(Segment segment, Optional<Window> window, AsOf asOf);

    /**
     * Sales velocity.
     *
     * @param window of close dates; empty for the tenant's number of days up to the point in time
     * @param currency only deals in this currency, or without an amount; empty when there is but one
     * @throws io.binnacle.platform.api.error.PlatformException MIXED_CURRENCIES when it cannot be told
     */
    Velocity velocity(Segment segment, Optional<Window> window, Optional<String> currency, AsOf asOf);

    /**
     * The committed deals, and those of them that are not qualified for it.
     *
     * @param currency as for {@link #velocity}
     */
    Commits commits(Segment segment, Optional<String> currency, AsOf asOf);

    /** Slip and ageing of the open deals, in the order of their ids. */
    List<DealMetrics> deals(Segment segment, AsOf asOf);

    /** {@link #deals} added up. */
    Health health(Segment segment, AsOf asOf);

    /**
     * Coverage of a booking target.
     *
     * @param node whose; empty for all roots of the hierarchy that have a target
     * @param conversion what to suppose for the conversion; empty for that of former periods
     * @throws io.binnacle.platform.api.error.PlatformException NODE_NOT_FOUND, TARGET_NOT_FOUND, MIXED_CURRENCIES
     */
    Coverage coverage(Optional<UUID> node, FiscalQuarter period, Optional<BigDecimal> conversion, AsOf asOf);
}
