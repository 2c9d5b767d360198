package io.binnacle.insights.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that needs attention, found by a rule.
 *
 * @param fingerprint SHA-256, in hexadecimal, of rule and subject: the same thing found again is the same
 *     insight
 * @param firstSeen when it was found first, since it was last resolved
 * @param lastSeen when it was found last
 * @param resolvedAt when it was no longer found; empty while it is open
 */
public record Insight(
        UUID id,
        String fingerprint,
        String rule,
        String subject,
        Severity severity,
        String title,
        List<Evidence> evidence,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> resolvedAt,
        long version) {

    public Insight {
        evidence = List.copyOf(evidence);
    }
}
