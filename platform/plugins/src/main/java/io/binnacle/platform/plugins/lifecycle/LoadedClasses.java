package io.binnacle.platform.plugins.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/** Counts the classes that plugins load, and changes none of them. */
final class LoadedClasses implements WeavingHook {

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    /** How many classes, and the size of their class files. */
    record Tally(int classes, long bytes) {

        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally more) {
            return new Tally(classes + more.classes, bytes + more.bytes);
        }
    }

    private final Bundle manager;

    LoadedClasses(Bundle manager) {
        this.manager = manager;
    }

    /** The classes that are needed to count others load in the midst of it, and must not need themselves. */
    @Override
    public void weave(WovenClass loading) {
        Bundle bundle = loading.getBundleWiring().getBundle();
        if (!bundle.equals(manager)) {
            count(bundle, loading);
        }
    }

    private void count(Bundle bundle, WovenClass loading) {
        PluginLocation.of(bundle)
                .ifPresent(location ->
                        tallies.merge(location.digest(), new Tally(1, loading.getBytes().length), Tally::plus));
    }

    Tally of(String digest) {
        return tallies.getOrDefault(digest, Tally.NONE);
    }

    void forget(String digest) {
        tallies.remove(digest);
    }
}
