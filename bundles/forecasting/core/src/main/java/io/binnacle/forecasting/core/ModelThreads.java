package io.binnacle.forecasting.core;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Where models run: one that does not end costs a thread of this pool, and its caller only his patience. */
final class ModelThreads implements AutoCloseable {

    // The virtual machine may hold the last exception of a thread, and with it the classes that threw it: an idle
    // thread ends soon, so that a removed model leaves memory.
    private static final long IDLE_MILLIS = 100;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), ModelThreads::thread);
    private final Duration patience;

    /** @param patience how long a call may take */
    ModelThreads(Duration patience) {
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    /**
     * @throws TimeoutException when there is no answer in time; the thread is interrupted
     * @throws ExecutionException with what the call threw
     */
    <T> T call(Supplier<T> call) throws TimeoutException, ExecutionException {
        Future<T> answer = threads.submit(call::get);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("the forecast was cancelled");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "binnacle-model");
        thread.setDaemon(true);
        return thread;
    }
}
