package io.binnacle.forecasting.core.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does the same to many things on all processors and passes the results on in the order of the things. Only as
 * many are in memory as keep the processors busy, however many there are. An interrupt ends it.
 */
public final class InOrder {

    private static final int CHUNK = 16;
    private static final int CHUNKS_A_THREAD = 4;

    private final int threads;

    /** @param threads how many work at a time */
    public InOrder(int threads) {
        this.threads = threads;
    }

    public <T, R> void run(Iterator<T> things, Function<T, R> work, Consumer<R> sink) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, InOrder::daemon);
        try {
            Deque<Future<List<R>>> ahead = new ArrayDeque<>();
            while (things.hasNext() || !ahead.isEmpty()) {
                while (things.hasNext() && ahead.size() < threads * CHUNKS_A_THREAD) {
                    List<T> chunk = next(things);
                    ahead.add(workers.submit(() -> chunk.stream().map(work).toList()));
                }
                result(ahead.remove()).forEach(sink);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> List<T> next(Iterator<T> things) {
        List<T> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && things.hasNext()) {
            chunk.add(things.next());
        }
        return chunk;
    }

    private static <R> List<R> result(Future<List<R>> chunk) throws InterruptedException {
        try {
            return chunk.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "binnacle-batch");
        thread.setDaemon(true);
        return thread;
    }
}
