package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_HANGS;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_UNHEALTHY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.plugins.WhyNotActive;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, shows, watches and removes one version of a plugin. Used by one thread at a time. */
final class PluginRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PluginRunner.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final WhyNotActive whyNotActive;
    private final ServiceVisibility visibility;
    private final PluginHosts hosts;
    private final ContentServices contents;
    private final Contributions contributions;
    private final PluginBundles bundles;
    private final LoadedClasses classes;
    private final LifecycleSettings settings;
    private final Watchdog watchdog;
    private final Deque<RunningPlugin> loaded = new ConcurrentLinkedDeque<>();

    PluginRunner(
            BundleContext context,
            ServiceComponentRuntime components,
            ServiceVisibility visibility,
            PluginHosts hosts,
            LoadedClasses classes,
            LifecycleSettings settings) {
        this.context = context;
        this.components = components;
        this.visibility = visibility;
        this.hosts = hosts;
        this.classes = classes;
        this.contents = new ContentServices(context);
        this.contributions = new Contributions(context);
        this.settings = settings;
        this.whyNotActive = new WhyNotActive(context, components);
        this.bundles = new PluginBundles(context, whyNotActive, settings.startLevel());
        this.watchdog = new Watchdog(settings.start());
    }

    /**
     * Starts a plugin. When it fails nothing of it stays, unless it hangs.
     *
     * @param visible whether others see its services at once, or after {@link #reveal}
     * @throws PlatformException PLUGIN_START_FAILED, PLUGIN_HANGS, PLUGIN_UNHEALTHY
     */
    RunningPlugin start(StagedPlugin plugin, ObjectNode config, boolean visible) {
        visibility.hide(plugin.manifest().id(), plugin.digest(), schemasOfOthers());
        if (visible) {
            visibility.reveal(plugin.digest());
        }
        hosts.open(plugin, config);
        List<Bundle> installed = bundles.install(plugin);
        RunningPlugin running = new RunningPlugin(
                plugin,
                installed,
                new HealthWatch(context, components, whyNotActive, installed, settings.answer()),
                new ThreadCensus(installed));
        loaded.addFirst(running);
        try {
            watchdog.run("starting " + running.label(), () -> {
                bundles.start(installed);
                awaitHealth(running);
            });
            return running;
        } catch (RuntimeException e) {
            throw abandon(running, e);
        }
    }

    /** Lets consumers have its services, which arrive anew for them. */
    void reveal(RunningPlugin plugin) {
        renew(plugin, "showing ", () -> visibility.reveal(plugin.plugin().digest()));
    }

    /** Starts its components anew, with another configuration. */
    void restart(RunningPlugin plugin, ObjectNode config) {
        renew(plugin, "restarting ", () -> {
            hosts.close(plugin.plugin().digest());
            hosts.open(plugin.plugin(), config);
        });
    }

    /** By its bundles, for a component that hangs while it is enabled or disabled blocks those of everybody. */
    private void renew(RunningPlugin plugin, String what, Runnable between) {
        watchdog.run(what + plugin.label(), () -> {
            bundles.stop(plugin.bundles());
            between.run();
            bundles.start(plugin.bundles());
            awaitHealth(plugin);
        });
    }

    /** Offers its content to whoever wants some. */
    void announce(RunningPlugin plugin) {
        contents.offer(plugin.plugin());
    }

    /** Why others do not take what it brings, each in a sentence. */
    List<String> refusals(RunningPlugin plugin) {
        List<String> refusals = new ArrayList<>();
        watchdog.run("asking what becomes of " + plugin.label(), () -> refusals.addAll(contributions.refusals(plugin)));
        return refusals;
    }

    /** Watches it for the time of probation; what is wrong, or empty when it did well. */
    Optional<String> probation(RunningPlugin plugin) {
        long end = System.nanoTime() + settings.probation().toNanos();
        Optional<String> problem = problem(plugin);
        while (problem.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_CHECKS.toNanos());
            problem = problem(plugin);
        }
        return problem;
    }

    /** What is wrong with it now. */
    Optional<String> problem(RunningPlugin plugin) {
        try {
            HealthWatch.Complaint[] found = new HealthWatch.Complaint[1];
            watchdog.run(
                    "asking " + plugin.label() + " for its health",
                    () -> found[0] = plugin.health().complaint().orElse(null));
            return Optional.ofNullable(found[0])
                    .map(HealthWatch.Complaint::sentence)
                    .or(() -> refusals(plugin).stream().findFirst());
        } catch (RuntimeException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What it takes now, with these threads. */
    PluginUsage usage(RunningPlugin plugin, List<Thread> threads) {
        String digest = plugin.plugin().digest();
        LoadedClasses.Tally loaded = classes.of(digest);
        Optional<LentHost> host = hosts.find(digest);
        return new PluginUsage(
                loaded.classes(),
                loaded.bytes(),
                Allocations.of(threads),
                host.map(LentHost::executors).orElse(0),
                host.map(LentHost::waitingTasks).orElse(0),
                host.map(LentHost::httpClients).orElse(0));
    }

    /** Removes it from the framework and tells whether it left memory; one that hangs is given up. */
    LeakProbe remove(RunningPlugin plugin) {
        LeakProbe probe = new LeakProbe(plugin.bundles());
        try {
            takeOut(plugin);
            return probe.collect(settings.release());
        } catch (RuntimeException e) {
            LOG.warn("{} stays in memory", plugin.label(), e);
            return probe.givenUp(e.getMessage());
        }
    }

    /** Stops it because the platform stops, which keeps nothing in memory anyway. */
    void shutDown(RunningPlugin plugin) {
        contents.withdraw(plugin.plugin());
        hosts.close(plugin.plugin().digest());
        watchdog.run("stopping " + plugin.label(), () -> {
            plugin.health().close();
            bundles.stop(plugin.bundles());
        });
    }

    /** Those that are in the framework, even if only just or still, the newest first. */
    Collection<RunningPlugin> loaded() {
        return List.copyOf(loaded);
    }

    PluginBundles bundles() {
        return bundles;
    }

    private void takeOut(RunningPlugin plugin) {
        String digest = plugin.plugin().digest();
        contents.withdraw(plugin.plugin());
        hosts.close(digest);
        try {
            watchdog.run("stopping " + plugin.label(), () -> {
                bundles.remove(plugin.bundles());
                plugin.health().close();
            });
        } catch (RuntimeException e) {
            visibility.hide(plugin.id(), digest, Set.of());
            throw e;
        }
        loaded.remove(plugin);
        visibility.forget(digest);
        classes.forget(digest);
    }

    /** Takes out what failed; what hangs cannot be, and the failure says so. */
    private PlatformException abandon(RunningPlugin plugin, RuntimeException failure) {
        try {
            takeOut(plugin);
        } catch (RuntimeException e) {
            LOG.warn("{} stays in memory", plugin.label(), e);
            return PLUGIN_HANGS
                    .because("%s; it cannot be stopped either", failure.getMessage())
                    .causedBy(failure);
        }
        return failure instanceof PlatformException named
                ? named
                : LifecycleError.PLUGIN_START_FAILED
                        .because("%s failed to start: %s", plugin.label(), failure)
                        .causedBy(failure);
    }

    private void awaitHealth(RunningPlugin plugin) {
        long deadline = System.nanoTime() + settings.settle().toNanos();
        Optional<HealthWatch.Complaint> complaint = plugin.health().complaint();
        while (complaint.filter(HealthWatch.Complaint::mayPass).isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            complaint = plugin.health().complaint();
        }
        if (complaint.isPresent()) {
            throw PLUGIN_UNHEALTHY.because("%s", complaint.get().sentence());
        }
    }

    /** A new version must not stand on the tables' service of the old one, which leaves with it. */
    private Set<ServiceReference<?>> schemasOfOthers() {
        try {
            Collection<ServiceReference<SchemaReady>> present = context.getServiceReferences(SchemaReady.class, null);
            return new HashSet<>(present);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
