package io.binnacle.insights.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which rules have been away for so long that their insights no longer count. Rules come late when the
 * platform starts, and are away for a moment when their bundle is replaced.
 */
final class Absences {

    private final Duration grace;
    private final Map<String, Instant> since = new HashMap<>();

    Absences(Duration grace) {
        this.grace = grace;
    }

    /** Those of {@code wanted} that were not among {@code present} for the whole grace time until {@code now}. */
    List<String> over(List<String> wanted, Collection<String> present, Instant now) {
        since.keySet().removeIf(rule -> present.contains(rule) || !wanted.contains(rule));
        wanted.stream().filter(rule -> !present.contains(rule)).forEach(rule -> since.putIfAbsent(rule, now));
        return wanted.stream().filter(rule -> isOver(rule, now)).toList();
    }

    private boolean isOver(String rule, Instant now) {
        return since.containsKey(rule) && !now.isBefore(since.get(rule).plus(grace));
    }
}
