package io.binnacle.pipeline.api;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Who has the credit for deals, since when. Any thread may call. */
@ProviderType
public interface Credits {

    /**
     * The split of one deal at a point in both times; without shares while nobody has split.
     *
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND
     */
    CreditSplit of(UUID opportunity, AsOf asOf);

    /** The revenue shares of all deals that are split at a point in both times. */
    Map<UUID, List<CreditShare>> revenue(AsOf asOf);

    /**
     * Splits a deal, or splits it anew.
     *
     * @param wanted with the version that the caller has seen, 0 for the first split
     * @param validSince since when it holds; empty for now
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_SPLIT when revenue does not sum to 100,
     *     somebody has two shares or a share is out of its range; STALE_VERSION; OPPORTUNITY_NOT_FOUND
     */
    CreditSplit split(CreditSplit wanted, Optional<LocalDate> validSince, Principal by, String reason);
}
