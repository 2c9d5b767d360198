package io.binnacle.platform.gateway;

import io.binnacle.platform.api.security.Authenticator;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person at the terminal, once, where to go and how to sign in. */
final class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final String address;
    private final PrintStream terminal;

    Announcement(String address, PrintStream terminal) {
        this.address = address;
        this.terminal = terminal;
    }

    /** Announces when the platform is ready. Somebody to sign in with comes late, so the cheap question is first. */
    boolean made(Supplier<Health> health, Admission admission) {
        Optional<Authenticator> authenticator = admission.authenticator();
        if (authenticator.isEmpty() || !health.get().ready()) {
            return false;
        }
        print(authenticator.get().howToSignIn());
        return true;
    }

    private void print(String howToSignIn) {
        String where = "Binnacle is ready: " + address + "/console/";
        terminal.println();
        terminal.println(where);
        terminal.println(howToSignIn);
        terminal.flush();
        LOG.info("{}", where);
    }
}
