package io.binnacle.forecasting.api;

import java.time.Instant;
import java.util.Optional;

/**
 * How a model does.
 *
 * @param problem what went wrong last, for a person; only while it is degraded
 * @param since when it was found to be degraded
 */
public record ModelStatus(
        String id, String version, String bundle, State state, Optional<String> problem, Optional<Instant> since) {

    /** Whether forecasts may be asked of it. */
    public enum State {
        /** It answers. */
        READY,
        /** It failed several times in a row, or did not end; it is passed over for a while, then tried again. */
        DEGRADED
    }
}
