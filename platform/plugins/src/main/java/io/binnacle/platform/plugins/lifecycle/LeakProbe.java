package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.json.Json;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Tells whether unloaded bundles left memory. Make one while they are still there. */
final class LeakProbe {

    static final String RELEASED = "released";

    private static final long NUDGE_MILLIS = 40;

    private final ReferenceQueue<ClassLoader> freed = new ReferenceQueue<>();
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private final ThreadCensus census;
    private Optional<String> givenUp = Optional.empty();

    LeakProbe(List<Bundle> bundles) {
        census = new ThreadCensus(bundles);
        bundles.stream()
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(Objects::nonNull)
                .map(BundleWiring::getClassLoader)
                .filter(Objects::nonNull)
                .forEach(loader -> loaders.add(new WeakReference<>(loader, freed)));
    }

    /** Asks for garbage collections until all is freed, at most this long. */
    LeakProbe collect(Duration patience) {
        // The mapper that everybody shares remembers the types that it has written.
        Json.mapper().clearCaches();
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            System.gc();
            awaitFreed();
        } while (isRetained() && System.nanoTime() < deadline);
        return this;
    }

    /** Says why the bundles could not be taken out at all. */
    LeakProbe givenUp(String why) {
        givenUp = Optional.of(why);
        return this;
    }

    /** How it is now: what was retained may be released later. */
    String verdict() {
        return isRetained() ? "retained: " + givenUp.orElseGet(this::holders) : RELEASED;
    }

    private void awaitFreed() {
        try {
            freed.remove(NUDGE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRetained() {
        return loaders.stream().anyMatch(loader -> loader.get() != null);
    }

    private String holders() {
        List<String> threads = census.names();
        return threads.isEmpty()
                ? "no thread runs in it, so a ThreadLocal, a cache or a listener holds it"
                : "thread " + String.join(", thread ", threads);
    }
}
