package io.binnacle.forecasting.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a model can be relied on. One that fails three times in a row, or whose call does not end, is
 * degraded: it is left alone for five minutes, then one call may try it again. Any thread may call.
 */
final class ModelHealth {

    /** What is wrong, and since when. */
    record Ailment(String what, Instant since) {}

    private static final int FAILURES_IN_A_ROW = 3;
    private static final Duration REST = Duration.ofMinutes(5);

    private final Clock clock;
    private int failures;
    private Ailment ailment;
    private Instant nextTrial = Instant.MIN;

    ModelHealth(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<Ailment> ailment() {
        return Optional.ofNullable(ailment);
    }

    /** Whether it is left alone at the moment. */
    synchronized boolean rests() {
        return ailment != null && clock.instant().isBefore(nextTrial);
    }

    /** What stands against a call now; a call that may go ahead as a trial puts off the next one. */
    synchronized Optional<Ailment> refusal() {
        if (rests()) {
            return Optional.of(ailment);
        }
        nextTrial = clock.instant().plus(REST);
        return Optional.empty();
    }

    synchronized void succeeded() {
        failures = 0;
        ailment = null;
    }

    synchronized void failed(String what) {
        failures++;
        if (failures >= FAILURES_IN_A_ROW || ailment != null) {
            degrade(what);
        }
    }

    synchronized void hung(String what) {
        degrade(what);
    }

    private void degrade(String what) {
        Instant now = clock.instant();
        ailment = new Ailment(what, ailment == null ? now : ailment.since());
        nextTrial = now.plus(REST);
    }
}
