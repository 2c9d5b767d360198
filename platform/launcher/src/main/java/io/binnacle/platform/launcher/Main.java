package io.binnacle.platform.launcher;

import java.io.IOException;
import org.osgi.framework.BundleException;

/** Starts the platform and stays until it stops. Knows the framework and folders, nothing of the product. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run());
    }

    private static int run() throws InterruptedException {
        try {
            return new Platform(Layout.fromSystemProperties()).run();
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (BundleException | IOException e) {
            System.err.println("Binnacle cannot start: " + e.getMessage());
            return 1;
        }
    }
}
