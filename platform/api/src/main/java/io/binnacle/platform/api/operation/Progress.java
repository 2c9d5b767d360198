package io.binnacle.platform.api.operation;

/** Where long work tells how far it is. Any thread may call; calls are cheap. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (percent, message) -> {};

    /**
     * @param percent from 0 to 100, never less than before
     * @param message what is being done, for a person
     * @throws java.util.concurrent.CancellationException once somebody has cancelled the work; let it through
     */
    void report(int percent, String message);

    /** The part of this progress from {@code from} to {@code to} percent, for a step that counts 0 to 100. */
    default Progress part(int from, int to) {
        return (percent, message) -> report(from + (to - from) * percent / 100, message);
    }
}
