package io.binnacle.platform.operations;

import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Operations.Task;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A task on its way through the workers.
 *
 * @param stopping whether the platform has interrupted it
 * @param ended takes the operation, once it has come to an end of whatever kind
 */
record Job(
        RunningOperation operation, Task task, Clock clock, BooleanSupplier stopping, Consumer<RunningOperation> ended)
        implements Runnable {

    static final String INTERRUPTED = "The platform stopped before this ended; nothing of it was kept. Start it again.";

    @Override
    public void run() {
        try {
            operation.report(0, "running");
            operation.succeed(Json.mapper().valueToTree(task.run(operation)), clock.instant());
        } catch (Throwable failure) {
            if (stopping.getAsBoolean()) {
                operation.interrupt(INTERRUPTED, clock.instant());
            } else if (operation.canceller().isPresent()) {
                operation.interrupt(
                        "Cancelled by " + operation.canceller().get() + "; nothing of it was kept.", clock.instant());
            } else {
                fail(failure);
            }
        }
        ended.accept(operation);
    }

    void drop() {
        operation.interrupt(INTERRUPTED, clock.instant());
        ended.accept(operation);
    }

    void refuse(Throwable why) {
        fail(why);
        ended.accept(operation);
    }

    private void fail(Throwable failure) {
        operation.fail(Problem.of(failure, operation.now()), clock.instant());
    }
}
