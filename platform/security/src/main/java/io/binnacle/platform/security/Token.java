package io.binnacle.platform.security;

import io.binnacle.platform.api.security.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is known of a token, without its secret. */
record Token(
        UUID id,
        long version,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    boolean isActive(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /** When its use has to be noted anew; a minute is fine enough, and spares a write on every request. */
    boolean isUseNoted(Instant now) {
        return lastUsedAt.map(used -> used.plusSeconds(60).isAfter(now)).orElse(false);
    }

    Token version(long newVersion) {
        return new Token(id, newVersion, name, role, createdAt, createdBy, expiresAt, revokedAt, lastUsedAt);
    }
}
