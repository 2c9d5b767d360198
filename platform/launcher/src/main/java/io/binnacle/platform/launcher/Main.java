package io.binnacle.platform.launcher;

import java.io.IOException;
import org.osgi.framework.BundleException;

/** Starts the platform and stays until it stops. Knows the framework and folders, nothing of the product. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        try {
            Layout layout = Layout.fromSystemProperties();
            String tool = System.getProperty("binnacle.tool");
            return tool == null ? new Platform(layout).run() : new Tool(tool, layout).run(arguments);
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (BundleException | IOException e) {
            System.err.println("Binnacle cannot start: " + e.getMessage());
            return 1;
        }
    }
}
