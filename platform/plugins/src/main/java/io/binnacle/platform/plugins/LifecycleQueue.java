package io.binnacle.platform.plugins;

import static io.binnacle.platform.api.error.PlatformError.NOT_READY;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** One change of the platform's bundles at a time, on a thread that serves no request. */
@Component(service = LifecycleQueue.class)
public final class LifecycleQueue {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(LifecycleQueue::named);
    private final Duration patience;

    @Activate
    public LifecycleQueue() {
        this(PATIENCE);
    }

    LifecycleQueue(Duration patience) {
        this.patience = patience;
    }

    /** Waits for {@code step} in its turn; when that takes too long, the step goes on and the caller is told. */
    <T> T run(String what, Callable<T> step) {
        return run(what, patience, step);
    }

    /** The same with another patience. */
    <T> T run(String what, Duration patience, Callable<T> step) {
        Future<T> outcome = thread.submit(step);
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw NOT_READY.because(
                    "%s takes longer than %d seconds and goes on; GET /api/v1/system/bundles tells how it ended",
                    what, patience.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NOT_READY.because("%s was interrupted because the platform stops", what);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "bundle-lifecycle");
        thread.setDaemon(true);
        return thread;
    }
}
