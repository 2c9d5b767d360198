package io.binnacle.platform.plugins;

import java.util.Optional;

/**
 * A bundle of the running platform.
 *
 * @param state as OSGi names it: INSTALLED, RESOLVED, STARTING, ACTIVE, STOPPING
 * @param whyNotActive what it, or a part of it, waits for; empty when all of it works
 */
record BundleInfo(String name, String version, String state, int startLevel, Optional<String> whyNotActive) {}
