package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.AUTHENTICATION_REQUIRED;
import static io.binnacle.platform.api.error.PlatformError.NOT_READY;
import static io.binnacle.platform.api.error.PlatformError.ROLE_REQUIRED;

import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.security.Authenticator;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a caller in who has the role that a route needs. */
final class Admission {

    private static final String SCHEME = "Bearer ";

    private final AtomicReference<Authenticator> authenticator = new AtomicReference<>();

    void use(Authenticator arrived) {
        authenticator.set(arrived);
    }

    void drop(Authenticator departed) {
        authenticator.compareAndSet(departed, null);
    }

    Optional<Authenticator> authenticator() {
        return Optional.ofNullable(authenticator.get());
    }

    void check(Context ctx, Role needed) {
        if (needed == Role.ANYONE) {
            return;
        }
        Principal caller = caller(ctx);
        if (!caller.role().includes(needed)) {
            throw ROLE_REQUIRED.because(
                    "this needs the role %s, and %s has the role %s; ask an administrator for a token with that role",
                    needed, caller.name(), caller.role());
        }
        Caller.set(ctx, caller);
    }

    private Principal caller(Context ctx) {
        Authenticator present = authenticator.get();
        if (present == null) {
            throw NOT_READY.because("sign-in is not available at the moment; try again in a few seconds");
        }
        return present.authenticate(token(ctx.req().getHeader("Authorization")))
                .orElseThrow(() -> AUTHENTICATION_REQUIRED.because(
                        "the bearer token is unknown, expired or revoked; sign in with a valid one"));
    }

    private static String token(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw AUTHENTICATION_REQUIRED.because("this needs a token; send it as 'Authorization: Bearer <token>'");
        }
        return header.substring(SCHEME.length()).trim();
    }
}
