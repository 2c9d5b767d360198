package io.binnacle.pipeline.api.qualification;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** How well opportunities are qualified, at any point in both times. Any thread may call. */
@ProviderType
public interface Qualifications {

    /** One opportunity's; with no ratings when nobody had rated it. */
    Assessment of(UUID opportunity, AsOf asOf);

    /** Every opportunity's that somebody had rated, by its id. */
    Map<UUID, Assessment> all(AsOf asOf);

    /**
     * Replaces all ratings of an opportunity.
     *
     * @param expectedVersion the version that the caller has seen; 0 when there was none
     * @throws io.binnacle.platform.api.error.PlatformException OPPORTUNITY_NOT_FOUND, STALE_VERSION,
     *     INVALID_CONTENT with the ratings at fault
     */
    Assessment rate(UUID opportunity, long expectedVersion, Map<Element, Rating> ratings, Principal by, String reason);
}
