package io.binnacle.platform.plugins;

import static io.binnacle.platform.api.error.PlatformError.CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;

import io.binnacle.platform.api.error.PlatformException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The bundles of the running platform. Those of the product can be stopped and started; that holds until the
 * platform is started anew, which starts everything that is installed.
 */
@Component(service = Bundles.class)
public final class Bundles {

    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(5);

    private final BundleContext context;
    private final WhyNotActive whyNotActive;
    private final LifecycleQueue queue;

    @Activate
    public Bundles(
            BundleContext context, @Reference ServiceComponentRuntime components, @Reference LifecycleQueue queue) {
        this.queue = queue;
        this.context = context;
        this.whyNotActive = new WhyNotActive(context, components);
    }

    List<BundleInfo> list() {
        return named().map(this::describe).toList();
    }

    BundleInfo stop(String name) {
        Bundle bundle = requireReplaceable(name, "stopped");
        return queue.run("stopping " + name, () -> {
            change(bundle, "stop", () -> bundle.stop(Bundle.STOP_TRANSIENT));
            return describe(bundle);
        });
    }

    BundleInfo start(String name) {
        Bundle bundle = requireReplaceable(name, "started");
        return queue.run("starting " + name, () -> {
            change(bundle, "start", () -> bundle.start(Bundle.START_TRANSIENT));
            return settled(bundle);
        });
    }

    /** What components need, such as their tables, can come a moment after the bundle has started. */
    private BundleInfo settled(Bundle bundle) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        BundleInfo info = describe(bundle);
        while (info.whyNotActive().isPresent()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(STEP.toNanos());
            info = describe(bundle);
        }
        return info;
    }

    private Bundle requireReplaceable(String name, String wanted) {
        Bundle bundle = named().filter(present -> present.getSymbolicName().equals(name))
                .max(Comparator.comparing(Bundle::getVersion))
                .orElseThrow(() -> unknown(name));
        if (!isReplaceable(bundle)) {
            throw CONFLICT.because(
                    "%s can not be %s: the platform itself stands on it; those that can are %s",
                    name, wanted, replaceable());
        }
        return bundle;
    }

    private PlatformException unknown(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        List<String> near = named().map(Bundle::getSymbolicName)
                .filter(present -> present.contains(last) || present.contains(name))
                .toList();
        return ENTITY_NOT_FOUND.because(
                "there is no bundle '%s'; %s",
                name, near.isEmpty() ? "there are " + replaceable() : "did you mean " + near);
    }

    private void change(Bundle bundle, String what, Step step) {
        try {
            step.run();
        } catch (BundleException e) {
            throw CONFLICT.because(
                            "%s does not %s: %s",
                            bundle.getSymbolicName(),
                            what,
                            whyNotActive.of(bundle).orElse(e.getMessage()))
                    .causedBy(e);
        }
    }

    private BundleInfo describe(Bundle bundle) {
        return new BundleInfo(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                state(bundle),
                bundle.adapt(BundleStartLevel.class).getStartLevel(),
                whyNotActive.of(bundle));
    }

    private Stream<Bundle> named() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .sorted(Comparator.comparing(Bundle::getSymbolicName).thenComparing(Bundle::getVersion));
    }

    private List<String> replaceable() {
        return named().filter(Bundles::isReplaceable)
                .map(Bundle::getSymbolicName)
                .toList();
    }

    private static boolean isReplaceable(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.startsWith("io.binnacle.") && !name.startsWith("io.binnacle.platform.") && !name.endsWith(".api");
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "INSTALLED";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STOPPING -> "STOPPING";
            default -> "UNINSTALLED";
        };
    }

    @FunctionalInterface
    private interface Step {
        void run() throws BundleException;
    }
}
