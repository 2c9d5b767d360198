package io.binnacle.platform.operations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that operations run on, and one that looks after them. */
final class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor timer;

    Workers(int threads, int waiting) {
        pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), named("operation-"));
        pool.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, named("operation-timer-"));
        timer.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    boolean areBusy() {
        return pool.getQueue().remainingCapacity() == 0;
    }

    boolean areStopping() {
        return pool.isShutdown();
    }

    /** @throws RejectedExecutionException when they are busy or stopping */
    void run(Runnable work) {
        pool.execute(work);
    }

    void every(Duration period, Runnable work) {
        timer.scheduleWithFixedDelay(() -> guard(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Interrupts what runs, waits for it a while, and gives back what never ran. */
    List<Runnable> stop() {
        timer.shutdown();
        List<Runnable> dropped = pool.shutdownNow();
        try {
            pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            timer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return dropped;
    }

    /** The timer forgets work that throws, and the database may be away just for a moment. */
    private static void guard(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("looking after operations failed and will be tried again", e);
        }
    }

    /** Daemons, so that work that cannot be interrupted does not keep the process alive. */
    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
