package io.binnacle.platform.plugins.store;

import java.time.Instant;

/**
 * An operation that the platform died in.
 *
 * @param operation such as {@code install}
 * @param plugin its id
 * @param step the last step that was reached; {@code begun} when none was
 */
public record Unfinished(String operation, String plugin, String step, Instant begunAt) {}
