package io.binnacle.platform.api.security;

import io.javalin.security.RouteRole;

/** What a caller may do; each role includes those before it. As a route's role it is the least one needed. */
public enum Role implements RouteRole {
    /** Anybody, signed in or not: health checks, static files, the API description. */
    ANYONE,
    /** Reads. */
    VIEWER,
    /** Changes plans, opportunities and forecasts. */
    SELLER,
    /** Imports, sets targets, adjusts. */
    MANAGER,
    /** Runs the platform: tokens, bundles, settings. */
    ADMIN;

    /** Whether a caller with this role may do what needs {@code other}. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
