package io.binnacle.platform.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that is known of a deal since {@code at}.
 *
 * @param amount empty while nobody has put a value on it
 * @param nextActivity the day of the next planned step; empty when none is planned
 * @param reasonClosed why it was won, lost or cancelled; empty while it is open
 */
public record DealState(
        Instant at,
        String name,
        String customer,
        String owner,
        String service,
        Stage stage,
        Status status,
        Confidence confidence,
        Optional<Long> amount,
        LocalDate closeDate,
        LocalDate createdOn,
        Optional<String> nextStep,
        Optional<LocalDate> nextActivity,
        Optional<String> reasonClosed) {

    /** The steps of the sales process. */
    public enum Stage {
        QUALIFY,
        DEVELOP,
        PROPOSE,
        NEGOTIATE,
        CLOSED
    }

    /** How it stands. */
    public enum Status {
        OPEN,
        WON,
        LOST,
        CANCELLED
    }

    /** What the seller says about it in the forecast call. */
    public enum Confidence {
        OMITTED,
        PIPELINE,
        BEST_CASE,
        MOST_LIKELY,
        COMMIT,
        CLOSED
    }
}
