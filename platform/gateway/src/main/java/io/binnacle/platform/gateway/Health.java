package io.binnacle.platform.gateway;

import java.util.List;

/**
 * How the platform is.
 *
 * @param missing what keeps it from being ready, one sentence each
 * @param stopped bundles that somebody stopped on purpose
 */
record Health(List<String> missing, List<String> stopped) {

    boolean ready() {
        return missing.isEmpty();
    }

    String status() {
        return ready() ? "READY" : "NOT_READY";
    }
}
