package io.binnacle.platform.gateway;

import io.binnacle.platform.api.security.Authenticator;
import java.io.PrintStream;
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

    /** Announces when the platform is ready. */
    boolean made(Supplier<Health> health, Admission admission) {
        if (!health.get().ready()) {
            return false;
        }
        admission.authenticator().map(Authenticator::howToSignIn).ifPresent(this::print);
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
