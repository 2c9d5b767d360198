package io.binnacle.platform.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of one framework, from the first bundle to the last. */
final class Platform {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final long STOP_MILLIS = 45_000;

    private final Framework framework;
    private final Layout layout;
    private final AtomicInteger exitCode = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Platform(Layout layout) throws IOException {
        this.layout = layout;
        this.framework = new FrameworkFactory().newFramework(FrameworkSettings.of(layout));
    }

    /** Runs until somebody stops the framework, and gives the exit code of the process. */
    int run() throws BundleException, IOException, InterruptedException {
        try (InstanceLock lock = InstanceLock.acquire(layout)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "binnacle-stop"));
            start();
            framework.waitForStop(0);
            return exitCode.get();
        } finally {
            stopped.countDown();
        }
    }

    private void start() throws BundleException, IOException {
        framework.init();
        BundleContext context = framework.getBundleContext();
        PlatformBundles bundles = new PlatformBundles(context, layout);
        // The hook must be there before anything resolves: later is too late to keep a foreign package out.
        context.registerService(ResolverHookFactory.class, new PlatformPackages(bundles::isOurs), null);
        context.registerService(Consumer.class, (Consumer<String>) this::fail, fatal());
        bundles.install();
        framework.start();
    }

    /** The sentence is the last word: whoever activated the part that failed would repeat it with its stack. */
    private void fail(String sentence) {
        System.err.println(sentence);
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream());
        System.setErr(silence);
        System.setOut(silence);
        LOG.error("{}", sentence);
        exitCode.set(1);
        new Thread(this::stopFramework, "binnacle-fail").start();
    }

    /** Waits only so long for bundles: one that hangs must not keep the process alive. */
    private void stopOnSignal() {
        stopFramework();
        try {
            if (!stopped.await(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                System.err.println("Binnacle ends although something in it does not stop.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopFramework() {
        try {
            framework.stop();
        } catch (BundleException e) {
            System.err.println("Binnacle did not stop cleanly: " + e.getMessage());
        }
    }

    private static Dictionary<String, Object> fatal() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("binnacle.fatal", true);
        return properties;
    }
}
