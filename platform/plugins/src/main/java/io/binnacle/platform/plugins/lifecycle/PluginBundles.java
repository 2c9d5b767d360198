package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_START_FAILED;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.plugins.WhyNotActive;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles of plugins in the framework, whose memory of them counts for nothing: what is installed stands elsewhere. */
final class PluginBundles {

    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);
    private static final long REFRESH_SECONDS = 20;

    private final BundleContext context;
    private final WhyNotActive whyNotActive;
    private final FrameworkWiring wiring;
    private final int startLevel;

    PluginBundles(BundleContext context, WhyNotActive whyNotActive, int startLevel) {
        this.context = context;
        this.whyNotActive = whyNotActive;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        this.startLevel = startLevel;
    }

    /** Installs the plugin's bundles, none of them started; all or none. */
    List<Bundle> install(StagedPlugin plugin) {
        return install(plugin, "");
    }

    /** The same at another place in the framework, beside those that run. */
    List<Bundle> installForTrial(StagedPlugin plugin) {
        return install(plugin, "trial-");
    }

    private List<Bundle> install(StagedPlugin plugin, String prefix) {
        List<Bundle> installed = new ArrayList<>();
        try {
            for (var file : plugin.manifest().bundles()) {
                String location = new PluginLocation(prefix + plugin.digest(), file.path()).toString();
                installed.add(install(location, plugin.folder().resolve(file.path())));
            }
            return installed;
        } catch (RuntimeException e) {
            uninstall(installed);
            throw e;
        }
    }

    void start(Collection<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                start(bundle);
            }
        }
    }

    /** Stops in the opposite order, uninstalls, and has the framework let go of the classes. */
    void remove(List<Bundle> bundles) {
        stop(bundles);
        uninstall(bundles);
        if (!bundles.isEmpty()) {
            refresh(bundles);
        }
    }

    void stop(List<Bundle> bundles) {
        for (int i = bundles.size() - 1; i >= 0; i--) {
            stop(bundles.get(i));
        }
    }

    /** Uninstalls what an earlier life of the platform left in the framework's cache. */
    void removeExcept(Set<String> digests) {
        List<Bundle> leftovers = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            PluginLocation.of(bundle)
                    .filter(location -> !digests.contains(location.digest()))
                    .ifPresent(location -> leftovers.add(bundle));
        }
        if (!leftovers.isEmpty()) {
            remove(leftovers);
        }
    }

    /** Whether the framework finds everything that the bundles need. */
    boolean resolve(Collection<Bundle> bundles) {
        return wiring.resolveBundles(bundles);
    }

    private Bundle install(String location, Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            Bundle bundle = context.installBundle(location, in);
            bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
            return bundle;
        } catch (BundleException e) {
            throw PLUGIN_START_FAILED
                    .because("the framework does not take %s: %s", jar.getFileName(), e.getMessage())
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            throw failure(bundle, e);
        }
    }

    private PlatformException failure(Bundle bundle, BundleException e) {
        String why = bundle.getState() == Bundle.INSTALLED
                ? whyNotActive.of(bundle).orElse(e.getMessage())
                : String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause());
        return PLUGIN_START_FAILED
                .because("%s does not start: %s", bundle.getSymbolicName(), why)
                .causedBy(e);
    }

    private static void stop(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("{} did not stop cleanly and is uninstalled all the same", bundle.getSymbolicName(), e);
        }
    }

    private static void uninstall(Collection<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            try {
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("{} was not uninstalled cleanly", bundle.getSymbolicName(), e);
            }
        }
    }

    private void refresh(Collection<Bundle> bundles) {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the framework has not let go of {} in {} s", bundles, REFRESH_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
