package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.plugins.store.Steps;

/** One operation on its way: where it is stands in the journal of steps, and whoever waits is told. */
final class Trail implements AutoCloseable {

    private final Steps steps;
    private final PluginOperation operation;
    private final Progress progress;

    Trail(Steps steps, PluginOperation operation, String plugin, Progress progress) {
        this.steps = steps;
        this.operation = operation;
        this.progress = progress;
        about(plugin);
    }

    PluginOperation operation() {
        return operation;
    }

    /** Whose plugin it is, once that is known. */
    void about(String plugin) {
        steps.begin(operation.label(), plugin);
    }

    void reached(LifecycleStep step) {
        progress.report(step.percent(), step.state().name());
        steps.step(operation.crashPoint(step));
    }

    @Override
    public void close() {
        steps.done();
    }
}
