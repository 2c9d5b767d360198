package io.binnacle.platform.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operation.State;
import io.binnacle.platform.api.operation.Progress;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** How far an operation of this process is; what stands in the table may be a moment older. */
final class RunningOperation implements Progress {

    private final AtomicReference<Operation> now;
    private Operation kept;
    private volatile Optional<String> canceller = Optional.empty();

    RunningOperation(Operation started) {
        this.now = new AtomicReference<>(started);
        this.kept = started;
    }

    Operation now() {
        return now.get();
    }

    /** Makes the task end at its next report. */
    void cancel(String by) {
        canceller = Optional.of(by);
    }

    /** Who does not want it any more. */
    Optional<String> canceller() {
        return canceller;
    }

    boolean hasEnded() {
        return now().state() != State.RUNNING;
    }

    @Override
    public void report(int percent, String message) {
        canceller.ifPresent(by -> {
            throw new CancellationException("cancelled by " + by);
        });
        tell(percent, message);
    }

    private void tell(int percent, String message) {
        Objects.requireNonNull(message, "message");
        now.updateAndGet(operation -> operation.state() == State.RUNNING
                ? new Operation(
                        operation.id(),
                        operation.kind(),
                        State.RUNNING,
                        Math.max(operation.percent(), Math.min(percent, 100)),
                        message,
                        operation.startedBy(),
                        operation.startedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                : operation);
    }

    void succeed(JsonNode result, Instant at) {
        // A task that says how it ended does so with its last report.
        String message = now().percent() == 100 ? now().message() : "done";
        tell(100, message);
        end(State.SUCCEEDED, message, at, Optional.of(result), Optional.empty());
    }

    void fail(Problem problem, Instant at) {
        end(State.FAILED, problem.sentence(), at, Optional.empty(), Optional.of(problem.document()));
    }

    void interrupt(String message, Instant at) {
        end(State.INTERRUPTED, message, at, Optional.empty(), Optional.empty());
    }

    /** Writes how far it is, if that has changed since the last time. */
    synchronized void keep(OperationStore store) {
        Operation current = now();
        if (current != kept) {
            store.update(current);
            kept = current;
        }
    }

    private void end(State state, String message, Instant at, Optional<JsonNode> result, Optional<JsonNode> problem) {
        now.updateAndGet(operation -> new Operation(
                operation.id(),
                operation.kind(),
                state,
                operation.percent(),
                message,
                operation.startedBy(),
                operation.startedAt(),
                Optional.of(at),
                result,
                problem));
    }
}
