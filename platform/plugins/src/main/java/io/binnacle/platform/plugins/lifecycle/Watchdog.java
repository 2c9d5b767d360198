package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_HANGS;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs foreign code on a thread of its own, and gives it up when it takes too long. */
final class Watchdog {

    private final Duration limit;

    Watchdog(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** @throws io.binnacle.platform.api.error.PlatformException PLUGIN_HANGS after the limit */
    void run(String what, Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread thread = new Thread(task, "plugin: " + what);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Cancelling interrupts: code that sleeps or waits gives up, a busy loop does not.
            task.cancel(true);
            throw PLUGIN_HANGS.because(
                    "%s did not end within %s seconds; if it never does, a restart is needed to free it",
                    what, limit.toMillis() / 1000.0);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the platform stops", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause().toString(), e.getCause());
        }
    }
}
