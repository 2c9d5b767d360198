package io.binnacle.platform.api.security;

import java.util.Objects;

/**
 * Whoever makes a change or a request: a person, a token or a part of the platform.
 *
 * @param name stands as the actor in the journal
 */
public record Principal(String name, Role role) {

    public Principal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }

    /** A part of the platform that acts by itself, such as {@code system:demo}. */
    public static Principal system(String part) {
        return new Principal("system:" + part, Role.ADMIN);
    }
}
