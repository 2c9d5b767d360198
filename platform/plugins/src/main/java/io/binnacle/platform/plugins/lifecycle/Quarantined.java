package io.binnacle.platform.plugins.lifecycle;

import java.time.Instant;

/** A version of a plugin that is kept from running, and why. */
public record Quarantined(String version, String digest, String reason, Instant since) {}
