package io.binnacle.distribution.itest;

import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Requests at an even rate, one kind after the other, until it is stopped. */
final class Load implements AutoCloseable {

    private final ApiClient client;
    private final List<Supplier<Response>> kinds = new ArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(8);

    Load(ApiClient client) {
        this.client = client;
    }

    Load get(String path) {
        kinds.add(() -> client.get(path));
        return this;
    }

    Load post(String path, String json) {
        kinds.add(() -> client.post(path, json));
        return this;
    }

    Load call(Supplier<Response> kind) {
        kinds.add(kind);
        return this;
    }

    Load start(int perSecond) {
        callers.scheduleAtFixedRate(() -> callers.execute(this::call), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
        return this;
    }

    /** Lets those on their way arrive. */
    void stop() throws InterruptedException {
        callers.shutdown();
        if (!callers.awaitTermination(30, TimeUnit.SECONDS)) {
            failures.merge("requests without an answer", 1, Integer::sum);
        }
    }

    /** What came back instead of success, and how often. */
    Map<String, Integer> failures() {
        return failures;
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }

    @Override
    public String toString() {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "%d requests, ms: p50 %d, p99 %d, longest %d"
                .formatted(
                        sorted.size(),
                        sorted.get(sorted.size() / 2) / 1_000_000,
                        sorted.get(sorted.size() * 99 / 100) / 1_000_000,
                        sorted.get(sorted.size() - 1) / 1_000_000);
    }

    private void call() {
        long begin = System.nanoTime();
        try {
            Response answer = kinds.get(turn.getAndIncrement() % kinds.size()).get();
            nanos.add(System.nanoTime() - begin);
            if (answer.status() != 200) {
                failures.merge(answer.status() + " " + answer.body(), 1, Integer::sum);
            }
        } catch (RuntimeException e) {
            failures.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        }
    }
}
