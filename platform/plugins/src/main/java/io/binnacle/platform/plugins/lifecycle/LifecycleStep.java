package io.binnacle.platform.plugins.lifecycle;

import java.util.Locale;

/** The steps of operations. What was reached stands in the journal of steps before the next one begins. */
public enum LifecycleStep {
    RECEIVED(5, PluginState.RECEIVED),
    VERIFIED(15, PluginState.VERIFIED),
    RESOLVED(25, PluginState.RESOLVED),
    STAGED(35, PluginState.STAGED),
    STARTING(40, PluginState.STARTING),
    /** Consumers see the services now. */
    REVEALED(60, PluginState.PROBATION),
    PROBATION(80, PluginState.PROBATION),
    /** The new generation is the current one; from here on a crash keeps it. */
    COMMITTED(85, PluginState.ACTIVE),
    /** What was replaced or uninstalled is out of memory. */
    REMOVED(95, PluginState.ACTIVE);

    private final int percent;
    private final PluginState state;

    LifecycleStep(int percent, PluginState state) {
        this.percent = percent;
        this.state = state;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int percent() {
        return percent;
    }

    PluginState state() {
        return state;
    }
}
