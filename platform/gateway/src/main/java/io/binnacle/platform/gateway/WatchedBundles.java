package io.binnacle.platform.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * The bundles of the framework. One that ran and runs no more was stopped by somebody, as was one that is not
 * to be started at all; any other that does not run should.
 */
final class WatchedBundles implements Bundles, BundleListener {

    private final BundleContext context;
    private final Set<Long> ran = ConcurrentHashMap.newKeySet();

    WatchedBundles(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.ACTIVE) {
                ran.add(bundle.getBundleId());
            }
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        switch (event.getType()) {
            case BundleEvent.STARTED -> ran.add(event.getBundle().getBundleId());
            case BundleEvent.UPDATED, BundleEvent.UNRESOLVED, BundleEvent.UNINSTALLED ->
                ran.remove(event.getBundle().getBundleId());
            default -> {
                // says nothing about whether it ran
            }
        }
    }

    @Override
    public Health health() {
        List<String> missing = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.ACTIVE || isFragment(bundle) || isLazy(bundle)) {
                continue;
            }
            if (wasStopped(bundle)) {
                stopped.add(bundle.getSymbolicName());
            } else {
                missing.add("the bundle " + bundle.getSymbolicName() + " is not active");
            }
        }
        return new Health(missing, stopped);
    }

    private boolean wasStopped(Bundle bundle) {
        boolean ranAndStopped = bundle.getState() == Bundle.RESOLVED && ran.contains(bundle.getBundleId());
        return ranAndStopped || !bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
    }

    /** Waits for its first class to be loaded, which is as good as active. */
    private static boolean isLazy(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING
                && bundle.adapt(BundleStartLevel.class).isActivationPolicyUsed()
                && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }
}
