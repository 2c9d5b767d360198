package io.binnacle.platform.gateway;

import io.binnacle.platform.api.http.RouteModule;
import java.util.Comparator;
import org.osgi.framework.Version;

/**
 * A route module that wants to be served. The first in order wins where two claim the same route.
 *
 * @param ranking the service ranking; the higher one comes first
 * @param order breaks ties; the lower one comes first
 */
record Offer(RouteModule module, BundleDescription bundle, int ranking, long order) implements Comparable<Offer> {

    private static final Comparator<Offer> ORDER =
            Comparator.comparingInt(Offer::ranking).reversed().thenComparingLong(Offer::order);

    @Override
    public int compareTo(Offer other) {
        return ORDER.compare(this, other);
    }

    /** Whether this is the same part of the same bundle in a higher version. */
    boolean replaces(Offer other) {
        return bundle.name().equals(other.bundle.name())
                && module.getClass().getName().equals(other.module.getClass().getName())
                && Version.parseVersion(bundle.version()).compareTo(Version.parseVersion(other.bundle.version())) > 0;
    }
}
