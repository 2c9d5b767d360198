package io.binnacle.platform.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who a bearer token belongs to. Any thread may call; a call takes microseconds. */
@ProviderType
public interface Authenticator {

    /** The caller behind {@code bearerToken}; empty when it is unknown, expired or revoked. */
    Optional<Principal> authenticate(String bearerToken);

    /** One sentence that tells the person at the terminal how to sign in. Never the secret itself. */
    String howToSignIn();
}
