package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.plugin.PluginHost;
import io.binnacle.platform.api.storage.Schemas;
import io.binnacle.platform.plugins.WhyNotActive;
import io.binnacle.platform.plugins.archive.ArchiveReader;
import io.binnacle.platform.plugins.archive.Catalogue;
import io.binnacle.platform.plugins.archive.CatalogueSource;
import io.binnacle.platform.plugins.archive.RunningApis;
import io.binnacle.platform.plugins.archive.Surroundings;
import io.binnacle.platform.plugins.archive.TrustStore;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import io.binnacle.platform.plugins.store.PluginStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The parts that make plugins live, put together. */
public final class PluginSystem implements AutoCloseable {

    private final PluginStore store;
    private final PluginBoard board = new PluginBoard();
    private final Quarantine quarantine;
    private final PluginHosts hosts;
    private final Changes changes;
    private final Lifecycle lifecycle;
    private final Boot boot;
    private final ExitWatch exitWatch;
    private final PluginView view;
    private final CatalogueFiles catalogueFiles;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private boolean booting;
    private boolean booted;

    /**
     * @param root the folder of plugins in the data folder
     * @param catalogue where a signed catalogue is
     * @param schemas where plugins' tables are, while the database is there
     */
    public PluginSystem(
            BundleContext context,
            ServiceComponentRuntime components,
            Path root,
            TrustStore trust,
            Optional<CatalogueSource> catalogue,
            LifecycleSettings settings,
            Supplier<Optional<Schemas>> schemas,
            Clock clock) {
        store = PluginStore.open(root, clock);
        quarantine = new Quarantine(root, clock);
        hosts = new PluginHosts(root, clock);
        ServiceVisibility visibility = new ServiceVisibility(context.getBundle());
        services.add(context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName(), CollisionHook.class.getName()
                },
                visibility,
                null));
        services.add(context.registerService(PluginHost.class, hosts, null));
        LoadedClasses classes = new LoadedClasses(context.getBundle());
        services.add(context.registerService(WeavingHook.class, classes, null));
        PluginRunner runner = new PluginRunner(context, components, visibility, hosts, classes, settings);
        StoredPlugins stored = new StoredPlugins(store.contents());
        changes = new Changes(store, stored, runner, board);
        DryRun dryRun = new DryRun(
                context, runner.bundles(), new WhyNotActive(context, components), new Dependents(board), schemas);
        PlatformPackages packages = new PlatformPackages(context);
        Optional<Catalogue> offers =
                catalogue.map(source -> new Catalogue(source, root.resolve("catalogue.json"), trust, clock));
        RunningApis apis = new RunningApis(context);
        catalogueFiles = new CatalogueFiles(
                offers,
                () -> new Surroundings(context.getBundle().getVersion(), apis.exported()),
                this::installed,
                store.contents().staging());
        lifecycle = new Lifecycle(
                store,
                new ArchiveReader(trust, packages::all, offers.stream().toList()),
                stored,
                changes,
                board,
                dryRun,
                quarantine,
                new PluginData(schemas));
        boot = new Boot(store, changes, board, quarantine);
        exitWatch = new ExitWatch(runner, store.culprit(), clock);
        view = new PluginView(store, stored, board, quarantine, runner, lifecycle, boot);
        runner.bundles().removeExcept(Set.of());
    }

    /** Starts what is installed. */
    public void boot(boolean safeModeAsked) {
        booting = true;
        lifecycle.safeMode(!boot.run(safeModeAsked));
        booted = true;
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public PluginView view() {
        return view;
    }

    public CatalogueFiles catalogue() {
        return catalogueFiles;
    }

    /** Keeps an upload while it is looked at; whoever sent it deletes it. */
    public Path receive(InputStream upload) {
        return store.contents().receive(upload);
    }

    /** The last lines of a plugin's log. */
    public List<String> log(String plugin, int lines) {
        return hosts.log(plugin).tail(lines);
    }

    private Map<String, String> installed() {
        return store.generations().current().plugins().values().stream()
                .collect(Collectors.toMap(InstalledPlugin::id, InstalledPlugin::version));
    }

    @Override
    public void close() {
        if (booting && !booted) {
            boot.interrupt();
        }
        exitWatch.close();
        changes.shutDown();
        services.forEach(ServiceRegistration::unregister);
    }
}
