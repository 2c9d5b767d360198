package io.binnacle.platform.security;

import io.binnacle.platform.api.security.Authenticator;
import io.binnacle.platform.api.security.Principal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows callers by their API tokens, and makes one for the administrator when there is none. */
@Component(immediate = true)
public final class TokenAuthenticator implements Authenticator {

    private final Tokens tokens;
    private final AdminTokenFile file;

    @Activate
    public TokenAuthenticator(@Reference Tokens tokens, BundleContext context) {
        this(tokens, Path.of(context.getProperty("binnacle.data")), System.out);
    }

    TokenAuthenticator(Tokens tokens, Path data, PrintStream terminal) {
        this.tokens = tokens;
        this.file = AdminTokenFile.in(data);
        tokens.createFirstAdmin(file::write)
                .ifPresent(secret ->
                        terminal.println("Admin token (shown once, kept in " + file.path() + "): " + secret.text()));
    }

    @Override
    public Optional<Principal> authenticate(String bearerToken) {
        return Secret.parse(bearerToken)
                .flatMap(tokens::active)
                .map(token -> new Principal(token.name(), token.role()));
    }

    @Override
    public String howToSignIn() {
        return file.howToSignIn();
    }
}
