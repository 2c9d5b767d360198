package io.binnacle.platform.gateway;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Tells which bundles do not run, and whether somebody wanted that. */
@FunctionalInterface
interface Bundles {

    Health health();

    static Health health(Bundle... bundles) {
        List<String> missing = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.ACTIVE || isFragment(bundle) || isLazy(bundle)) {
                continue;
            }
            if (bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
                missing.add("the bundle " + bundle.getSymbolicName() + " is not active");
            } else {
                stopped.add(bundle.getSymbolicName());
            }
        }
        return new Health(missing, stopped);
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
