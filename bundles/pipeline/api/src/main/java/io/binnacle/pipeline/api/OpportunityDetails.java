package io.binnacle.pipeline.api;

import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What hangs on deals beside their own fields. Any thread may call. */
@ProviderType
public interface OpportunityDetails {

    /**
     * The lines of a deal that stand at a point in both times, in the order in which they came.
     *
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND
     */
    List<OpportunityLine> lines(UUID opportunity, AsOf asOf);

    /**
     * What was and is to be done about a deal, by day.
     *
     * @param knownAt {@link Instant#MAX} for today's knowledge
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND
     */
    List<Touch> touches(UUID opportunity, Instant knownAt);

    /** The last day, up to one, on which something was done about each deal; no entry for those without. */
    Map<UUID, LocalDate> lastTouches(LocalDate upTo, Instant knownAt);
}
