package io.binnacle.platform.plugins.lifecycle;

import java.util.Optional;
import org.osgi.framework.Bundle;

/** The location of a plugin's bundle in the framework: {@code plugin:<digest>/<path>}. */
record PluginLocation(String digest, String path) {

    private static final String SCHEME = "plugin:";

    static Optional<PluginLocation> of(Bundle bundle) {
        String location = bundle.getLocation();
        int slash = location.indexOf('/');
        return location.startsWith(SCHEME) && slash > 0
                ? Optional.of(
                        new PluginLocation(location.substring(SCHEME.length(), slash), location.substring(slash + 1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return SCHEME + digest + "/" + path;
    }
}
