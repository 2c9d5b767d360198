package io.binnacle.platform.security;

import io.binnacle.platform.api.security.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A token that was just made.
 *
 * @param token the secret, shown this once
 */
record IssuedToken(UUID id, String name, Role role, Optional<Instant> expiresAt, String token) {

    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
