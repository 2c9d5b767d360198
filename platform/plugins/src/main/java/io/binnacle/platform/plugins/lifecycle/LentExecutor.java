package io.binnacle.platform.plugins.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads that a plugin uses and only the platform can end. */
final class LentExecutor extends ScheduledThreadPoolExecutor {

    private static final int THREADS = 2;
    private static final Duration LAST_TASKS = Duration.ofSeconds(2);

    LentExecutor(ThreadFactory threads) {
        super(THREADS, threads);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    /** Drops what waits and interrupts what runs; tasks that do not heed it are left to the census of threads. */
    void end() {
        super.shutdownNow();
        try {
            awaitTermination(LAST_TASKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
