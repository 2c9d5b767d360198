package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.store.Generation;
import io.binnacle.platform.plugins.store.Unfinished;
import java.util.List;
import java.util.Optional;

/**
 * What was installed when.
 *
 * @param lastGood the last generation that the platform started with
 * @param boot what the platform chose when it started, and why
 * @param unfinished the change that the platform died in before this start
 * @param generations those that can be restored, the newest first
 */
public record Generations(
        long current,
        Optional<Long> lastGood,
        boolean safeMode,
        Optional<String> boot,
        Optional<Unfinished> unfinished,
        List<Generation> generations) {}
