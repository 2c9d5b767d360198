package io.binnacle.platform.plugins.lifecycle;

import java.time.Duration;

/**
 * How patient the platform is with plugins.
 *
 * @param start how long a plugin may take to start
 * @param settle how long one that has started may wait for what it needs
 * @param answer how long one may think when it is asked for its health
 * @param probation how long one that works is watched before it counts
 * @param release how long to look whether an unloaded one has left memory
 * @param startLevel of plugins' bundles; the platform has to be there before any plugin starts
 */
public record LifecycleSettings(
        Duration start, Duration settle, Duration answer, Duration probation, Duration release, int startLevel) {}
