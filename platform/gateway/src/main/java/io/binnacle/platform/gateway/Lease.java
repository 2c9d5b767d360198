package io.binnacle.platform.gateway;

import io.javalin.websocket.WsContext;
import jakarta.servlet.AsyncContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests inside one module, so that the module can leave when the last one is done. */
final class Lease {

    /** The request attribute that holds the lease a request has entered. */
    static final String KEY = Lease.class.getName();

    private static final int CLOSED = Integer.MIN_VALUE;
    private static final int GOING_AWAY = 1001;

    /** Requests inside; the sign says that no more may enter. */
    private final AtomicInteger inside = new AtomicInteger();

    private final CountDownLatch empty = new CountDownLatch(1);
    private final Set<AsyncContext> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, WsContext> sockets = new ConcurrentHashMap<>();

    /** Whether the request may go in; if so, {@link #exit} must follow. */
    boolean enter() {
        int count = inside.get();
        while (count >= 0) {
            if (inside.compareAndSet(count, count + 1)) {
                return true;
            }
            count = inside.get();
        }
        return false;
    }

    void exit() {
        if (inside.decrementAndGet() == CLOSED) {
            empty.countDown();
        }
    }

    /** Lets nobody in any more and ends what would never end by itself: event streams and web sockets. */
    void close() {
        if (inside.getAndAccumulate(CLOSED, (count, closed) -> count < 0 ? count : count + closed) == 0) {
            empty.countDown();
        }
        streams.forEach(Lease::end);
        sockets.values().forEach(socket -> socket.closeSession(GOING_AWAY, "this part of Binnacle was stopped"));
    }

    /** Waits for the requests inside; false when some are still there at the deadline. */
    boolean awaitEmpty(long nanos) {
        try {
            return empty.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void opened(AsyncContext stream) {
        streams.add(stream);
        if (inside.get() < 0) {
            end(stream);
        }
    }

    void ended(AsyncContext stream) {
        streams.remove(stream);
    }

    void opened(WsContext socket) {
        sockets.put(socket.sessionId(), socket);
        if (inside.get() < 0) {
            socket.closeSession(GOING_AWAY, "this part of Binnacle was stopped");
        }
    }

    void ended(WsContext socket) {
        sockets.remove(socket.sessionId());
    }

    private static void end(AsyncContext stream) {
        try {
            stream.complete();
        } catch (IllegalStateException alreadyOver) {
            // the client was faster
        }
    }
}
