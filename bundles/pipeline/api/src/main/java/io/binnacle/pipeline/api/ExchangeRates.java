package io.binnacle.pipeline.api;

import io.binnacle.platform.api.security.Principal;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The rates between currencies, with all that was ever known of them. Any thread may call. */
@ProviderType
public interface ExchangeRates {

    /**
     * All rates as they were known, by pair, kind and day.
     *
     * @param knownAt {@link Instant#MAX} for today's knowledge
     */
    List<ExchangeRate> all(Instant knownAt);

    /**
     * Sets rates, all or none: a rate of the same pair, kind and day is replaced, others stay. What was known
     * before stays readable.
     *
     * @return how many were new or changed
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when a rate is given twice
     */
    int set(List<ExchangeRate> rates, Principal by, String reason);
}
