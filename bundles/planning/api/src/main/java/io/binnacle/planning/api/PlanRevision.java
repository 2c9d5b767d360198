package io.binnacle.planning.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan as it was saved once; it never changes.
 *
 * @param number from 1, without gaps
 * @param parentHash the content hash of the revision before; empty for the first
 * @param contentHash SHA-256, in hexadecimal, of the content in canonical JSON
 * @param reason why it was saved
 */
public record PlanRevision(
        UUID plan,
        long number,
        Optional<String> parentHash,
        String contentHash,
        String author,
        String reason,
        Instant savedAt,
        PlanContent content) {}
