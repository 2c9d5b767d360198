package io.binnacle.platform.gateway.events;

import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.journal.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal for all clients with one thread. Clients that stand at the same position share a read, so
 * that all who are up to date cost one; one that lags is read for alone, and only as fast as it takes.
 */
final class EventFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int BATCH = 500;
    private static final long POLL_MILLIS = 1000;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Journal journal;
    private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
    private final Semaphore hints = new Semaphore(0);
    private final AutoCloseable subscription;
    private final Thread reader = new Thread(this::run, "binnacle-events");
    private long lastHeartbeat = System.nanoTime();
    private boolean failing;
    private volatile boolean closed;

    EventFeed(Journal journal) {
        this.journal = journal;
        this.subscription = journal.onCommit(hints::release);
        reader.setDaemon(true);
        reader.start();
    }

    void add(EventClient client) {
        clients.add(client);
        hints.release();
    }

    void remove(EventClient client) {
        clients.remove(client);
    }

    int size() {
        return clients.size();
    }

    @Override
    public void close() {
        closed = true;
        hints.release();
        clients.forEach(EventClient::end);
        try {
            subscription.close();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("the journal did not end the subscription", e);
        }
    }

    private void run() {
        while (!closed) {
            try {
                waitForWork();
                deliver();
                heartbeat();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void waitForWork() throws InterruptedException {
        if (clients.isEmpty()) {
            hints.acquire();
        } else if (!hints.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        hints.drainPermits();
    }

    private void deliver() {
        try {
            while (!closed && deliverBatch()) {
                heartbeat();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("the journal cannot be read at the moment; event streams wait", e);
            }
            failing = true;
        }
    }

    /** Whether some client may have more to get. */
    private boolean deliverBatch() {
        Map<Position, List<EventClient>> places =
                clients.stream().filter(EventClient::hasRoom).collect(Collectors.groupingBy(EventClient::position));
        boolean more = false;
        for (Map.Entry<Position, List<EventClient>> place : places.entrySet()) {
            List<Event> events = journal.after(place.getKey(), BATCH);
            List<Frame> frames = events.stream().map(Frame::of).toList();
            place.getValue().forEach(client -> client.offer(frames));
            more |= events.size() == BATCH;
        }
        return more;
    }

    private void heartbeat() {
        if (System.nanoTime() - lastHeartbeat >= HEARTBEAT_NANOS) {
            lastHeartbeat = System.nanoTime();
            clients.forEach(EventClient::heartbeat);
        }
    }
}
