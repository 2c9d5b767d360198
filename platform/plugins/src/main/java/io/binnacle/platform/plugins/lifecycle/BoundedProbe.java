package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.plugin.HealthProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a plugin's probe on a thread of its own. Who asks while it thinks waits for the same answer, so one that
 * hangs keeps one thread and nobody for longer than the limit. Any thread may ask.
 */
final class BoundedProbe {

    private final HealthProbe probe;
    private final Duration limit;
    private Question open;

    private record Question(FutureTask<Optional<String>> answer, Thread thread, long deadline) {}

    BoundedProbe(HealthProbe probe, Duration limit) {
        this.probe = probe;
        this.limit = limit;
    }

    /** What is wrong with the plugin, or with its probe; empty when all is well. */
    Optional<String> problem() {
        Question question = question();
        try {
            return question.answer().get(question.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            question.thread().interrupt();
            return Optional.of(
                    "Its health probe did not answer within %s s; if it never does, a restart is needed to free it."
                            .formatted(limit.toMillis() / 1000.0));
        } catch (ExecutionException e) {
            return Optional.of("Its health probe failed: " + e.getCause() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Its health probe was not heard: the platform stops.");
        }
    }

    private synchronized Question question() {
        if (open == null || !open.thread().isAlive()) {
            FutureTask<Optional<String>> answer = new FutureTask<>(probe::problem);
            Thread thread =
                    new Thread(answer, "plugin: health of " + probe.getClass().getName());
            thread.setDaemon(true);
            thread.setContextClassLoader(BoundedProbe.class.getClassLoader());
            open = new Question(answer, thread, System.nanoTime() + limit.toNanos());
            thread.start();
        }
        return open;
    }
}
