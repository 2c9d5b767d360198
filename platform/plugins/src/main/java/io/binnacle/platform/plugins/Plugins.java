package io.binnacle.platform.plugins;

import io.binnacle.platform.api.readiness.ReadinessCheck;
import io.binnacle.platform.api.storage.Schemas;
import io.binnacle.platform.plugins.archive.CatalogueSource;
import io.binnacle.platform.plugins.archive.HttpsFetch;
import io.binnacle.platform.plugins.archive.TrustStore;
import io.binnacle.platform.plugins.lifecycle.Lifecycle;
import io.binnacle.platform.plugins.lifecycle.LifecycleSettings;
import io.binnacle.platform.plugins.lifecycle.PluginSystem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins of this platform: starts those that are installed once the platform is there, and changes them. */
@Component(
        immediate = true,
        service = {Plugins.class, ReadinessCheck.class},
        configurationPid = PluginsConfig.PID)
@Designate(ocd = PluginsConfig.class)
public final class Plugins implements ReadinessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    /** Many plugins may start in one change, each with its own limits; this one only ends what would never end. */
    private static final Duration LONGEST_CHANGE = Duration.ofMinutes(30);

    private final AtomicReference<Schemas> schemas = new AtomicReference<>();
    private final LifecycleQueue queue;
    private final PluginSystem system;
    private final Thread booting;
    private volatile boolean booted;

    @Activate
    public Plugins(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference LifecycleQueue queue,
            @Reference Clock clock,
            PluginsConfig config) {
        this.queue = queue;
        this.system = new PluginSystem(
                context,
                components,
                Path.of(context.getProperty("binnacle.data"), "plugins"),
                new TrustStore(keys(context, config), unsigned(config)),
                catalogue(config),
                settings(config),
                () -> Optional.ofNullable(schemas.get()),
                clock);
        PlatformStart platform = new PlatformStart(context, components, config.start_level());
        this.booting = new Thread(() -> boot(platform, config.safe_mode()), "plugin-boot");
        booting.setDaemon(true);
        booting.start();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSchemas(Schemas arrived) {
        schemas.set(arrived);
    }

    void unbindSchemas(Schemas departed) {
        schemas.compareAndSet(departed, null);
    }

    @Deactivate
    void stop() {
        booting.interrupt();
        system.close();
    }

    @Override
    public Optional<String> missing() {
        return booted ? Optional.empty() : Optional.of("the plugins are starting");
    }

    PluginSystem system() {
        return system;
    }

    /** Waits in the queue of changes and carries {@code change} out, however long it takes. */
    <T> T change(String what, Function<Lifecycle, T> change) {
        return queue.run(what, LONGEST_CHANGE, () -> change.apply(system.lifecycle()));
    }

    /** Stops all plugins, or starts those again that are installed. */
    void safeMode(boolean on) {
        queue.run("safe mode", LONGEST_CHANGE, () -> {
            if (on) {
                system.lifecycle().safeMode(true);
            } else if (system.lifecycle().isSafeMode()) {
                system.boot(false);
            }
            return on;
        });
    }

    private void boot(PlatformStart platform, boolean safeMode) {
        try {
            platform.await();
            queue.run("starting plugins", LONGEST_CHANGE, () -> {
                system.boot(safeMode);
                return safeMode;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("plugins cannot be started", e);
        }
        booted = true;
    }

    private static Path keys(BundleContext context, PluginsConfig config) {
        return config.keys().isBlank()
                ? Path.of(context.getProperty("binnacle.home"), "conf", "plugins")
                : Path.of(config.keys());
    }

    private static Optional<CatalogueSource> catalogue(PluginsConfig config) {
        return Optional.of(config.catalogue())
                .filter(location -> !location.isBlank())
                .map(location -> CatalogueSource.at(location, new HttpsFetch(config.catalogue_private())));
    }

    // From the environment the list comes as one text.
    private static Set<String> unsigned(PluginsConfig config) {
        return Stream.of(config.allow_unsigned())
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private static LifecycleSettings settings(PluginsConfig config) {
        return new LifecycleSettings(
                Duration.ofSeconds(config.start_seconds()),
                Duration.ofSeconds(config.settle_seconds()),
                Duration.ofSeconds(config.health_seconds()),
                Duration.ofSeconds(config.probation_seconds()),
                Duration.ofSeconds(config.release_seconds()),
                config.start_level());
    }
}
