package io.binnacle.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;

/**
 * A command that one of the bundles offers: it runs in a framework of its own, with libraries, APIs and the
 * product but without what keeps data or serves, and leaves nothing behind.
 *
 * @param name a service of {@code ToIntFunction<String[]>} with the property {@code binnacle.tool} of this name
 */
record Tool(String name, Layout layout) {

    private static final Set<Integer> LEVELS = Set.of(1, 2, 10, 30);
    private static final long STOP_MILLIS = 10_000;

    /** Runs the command and gives its exit code. */
    int run(String[] arguments) throws BundleException, IOException, InterruptedException {
        Path data = Files.createTempDirectory("binnacle-" + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data), "binnacle-tidy"));
        Layout own = layout.with(data, LEVELS);
        Framework framework = new FrameworkFactory().newFramework(FrameworkSettings.of(own));
        framework.init();
        BundleContext context = framework.getBundleContext();
        PlatformBundles bundles = new PlatformBundles(context, own);
        context.registerService(ResolverHookFactory.class, new PlatformPackages(bundles::isOurs), null);
        bundles.install();
        framework.start();
        try {
            return command(context).applyAsInt(arguments);
        } finally {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        }
    }

    private ToIntFunction<String[]> command(BundleContext context) {
        try {
            @SuppressWarnings("unchecked")
            Collection<ServiceReference<ToIntFunction<String[]>>> found =
                    (Collection<ServiceReference<ToIntFunction<String[]>>>) (Collection<?>)
                            context.getServiceReferences(ToIntFunction.class, "(binnacle.tool=" + name + ")");
            return found.stream()
                    .map(context::getService)
                    .findFirst()
                    .orElseThrow(() -> new StartupException("No bundle offers the command '" + name + "'."));
        } catch (InvalidSyntaxException e) {
            throw new StartupException("'" + name + "' is no name of a command.");
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The folder " + folder + " could not be removed: " + e.getMessage());
        }
    }
}
