package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.COMMITTED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.PROBATION;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.RECEIVED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.REMOVED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.RESOLVED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.REVEALED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.STAGED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.STARTING;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.VERIFIED;

import java.util.List;
import java.util.Locale;

/** What can be done to plugins, with the steps that it takes in their order. */
public enum PluginOperation {
    INSTALL(RECEIVED, VERIFIED, RESOLVED, STAGED, STARTING, REVEALED, PROBATION, COMMITTED),
    UPDATE(RECEIVED, VERIFIED, RESOLVED, STAGED, STARTING, REVEALED, PROBATION, COMMITTED, REMOVED),
    ROLLBACK(RECEIVED, RESOLVED, STARTING, REVEALED, PROBATION, COMMITTED, REMOVED),
    ENABLE(RECEIVED, RESOLVED, STARTING, REVEALED, PROBATION, COMMITTED),
    DISABLE(RECEIVED, COMMITTED, REMOVED),
    UNINSTALL(RECEIVED, COMMITTED, REMOVED),
    CONFIGURE(RECEIVED, COMMITTED),
    RESTORE(RECEIVED, COMMITTED),
    /** The start of one plugin while the platform starts. */
    BOOT(STARTING, REVEALED);

    private final List<LifecycleStep> steps;

    PluginOperation(LifecycleStep... steps) {
        this.steps = List.of(steps);
    }

    /** Such as {@code install}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where {@code -Dcrash.at} can end the process, such as {@code install.received}. */
    public List<String> crashPoints() {
        return steps.stream().map(this::crashPoint).toList();
    }

    boolean removes() {
        return steps.contains(REMOVED);
    }

    String crashPoint(LifecycleStep step) {
        return label() + "." + step.label();
    }
}
