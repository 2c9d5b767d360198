package io.binnacle.platform.plugins.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.plugin.PluginHost;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each bundle of a plugin the plugin's own host; other bundles get none. */
final class PluginHosts implements ServiceFactory<PluginHost> {

    private final Map<String, LentHost> hosts = new ConcurrentHashMap<>();
    private final Path logs;
    private final Clock clock;

    PluginHosts(Path root, Clock clock) {
        this.logs = root.resolve("log");
        this.clock = clock;
    }

    void open(StagedPlugin plugin, ObjectNode config) {
        String id = plugin.manifest().id();
        hosts.put(plugin.digest(), new LentHost(plugin.manifest(), config, log(id)));
    }

    void close(String digest) {
        LentHost host = hosts.remove(digest);
        if (host != null) {
            host.close();
        }
    }

    Optional<LentHost> find(String digest) {
        return Optional.ofNullable(hosts.get(digest));
    }

    PluginLog log(String plugin) {
        return new PluginLog(plugin, logs.resolve(plugin + ".log"), clock);
    }

    @Override
    public PluginHost getService(Bundle bundle, ServiceRegistration<PluginHost> registration) {
        return PluginLocation.of(bundle)
                .map(location -> hosts.get(location.digest()))
                .orElse(null);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<PluginHost> registration, PluginHost host) {}
}
