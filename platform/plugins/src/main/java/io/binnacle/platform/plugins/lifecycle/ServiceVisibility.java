package io.binnacle.platform.plugins.lifecycle;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;

/**
 * Lets two versions of a plugin live side by side: neither sees the services of the other, and nobody but the
 * platform's plugin manager sees those of one that has not shown yet that it works.
 */
final class ServiceVisibility implements FindHook, EventListenerHook, CollisionHook {

    private final Bundle manager;
    private final Map<String, String> pluginOfDigest = new ConcurrentHashMap<>();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<ServiceReference<?>>> blindTo = new ConcurrentHashMap<>();

    ServiceVisibility(Bundle manager) {
        this.manager = manager;
    }

    /**
     * Hides the services of a plugin that is about to start.
     *
     * @param notItsOwn services of the platform that were made for another version of it
     */
    void hide(String plugin, String digest, Set<ServiceReference<?>> notItsOwn) {
        pluginOfDigest.put(digest, plugin);
        blindTo.put(digest, notItsOwn);
        hidden.add(digest);
    }

    /** From now on consumers hear of services that arrive; those that are there must arrive anew. */
    void reveal(String digest) {
        hidden.remove(digest);
    }

    void forget(String digest) {
        hidden.remove(digest);
        blindTo.remove(digest);
        pluginOfDigest.remove(digest);
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        if (!pluginOfDigest.isEmpty()) {
            Bundle asking = context.getBundle();
            references.removeIf(reference -> !isVisible(reference, asking));
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerHook.ListenerInfo>> listeners) {
        if (!pluginOfDigest.isEmpty()) {
            ServiceReference<?> reference = event.getServiceReference();
            listeners.keySet().removeIf(context -> !isVisible(reference, bundleOf(context)));
        }
    }

    /** Two versions of a plugin may hold the very same library. */
    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> collisions) {
        collisions.removeIf(bundle -> PluginLocation.of(bundle).isPresent());
    }

    private boolean isVisible(ServiceReference<?> reference, Bundle asking) {
        if (asking == null || asking.equals(manager) || asking.getBundleId() == 0) {
            return true;
        }
        Optional<String> asker = PluginLocation.of(asking).map(PluginLocation::digest);
        if (asker.map(blindTo::get).filter(set -> set.contains(reference)).isPresent()) {
            return false;
        }
        Bundle owner = reference.getBundle();
        return owner == null || isVisible(PluginLocation.of(owner).map(PluginLocation::digest), asker);
    }

    private boolean isVisible(Optional<String> owner, Optional<String> asker) {
        return owner.isEmpty() || owner.equals(asker) || (!hidden.contains(owner.get()) && !areVersions(owner, asker));
    }

    private boolean areVersions(Optional<String> one, Optional<String> other) {
        Optional<String> plugin = one.map(pluginOfDigest::get);
        return plugin.isPresent() && plugin.equals(other.map(pluginOfDigest::get));
    }

    /** Null for a bundle that is just leaving. */
    private static Bundle bundleOf(BundleContext context) {
        try {
            return context.getBundle();
        } catch (IllegalStateException leaving) {
            return null;
        }
    }
}
