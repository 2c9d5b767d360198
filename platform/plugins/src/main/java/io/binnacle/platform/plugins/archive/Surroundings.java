package io.binnacle.platform.plugins.archive;

import java.util.Map;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a plugin meets here.
 *
 * @param platform the version of the running platform
 * @param packages those that it exports, with their versions
 */
public record Surroundings(Version platform, Map<String, Version> packages) {

    boolean include(String platformRange, Map<String, String> spi) {
        return new VersionRange(platformRange).includes(platform)
                && spi.entrySet().stream()
                        .allMatch(wanted -> packages.containsKey(wanted.getKey())
                                && new VersionRange(wanted.getValue()).includes(packages.get(wanted.getKey())));
    }
}
