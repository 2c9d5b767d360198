package io.binnacle.platform.storage.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners that something was committed. Commits that come close together are told once. */
final class CommitSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitSignal.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "binnacle-journal");
        made.setDaemon(true);
        return made;
    });

    AutoCloseable subscribe(Runnable listener) {
        // The same listener may subscribe twice; each subscription ends alone.
        Runnable subscription = listener::run;
        listeners.add(subscription);
        return () -> listeners.remove(subscription);
    }

    void committed() {
        if (pending.compareAndSet(false, true)) {
            try {
                thread.execute(this::tell);
            } catch (RejectedExecutionException e) {
                LOG.debug("the journal is closing; nobody is told any more");
            }
        }
    }

    private void tell() {
        pending.set(false);
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("a listener of the journal failed", e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
