package io.binnacle.platform.plugins.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.plugin.PluginContent;
import io.binnacle.platform.plugins.archive.PluginManifest;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Registers the JSON files of plugins as services. */
final class ContentServices {

    private static final String FOLDER = "content/";

    private final BundleContext context;
    private final Map<String, ServiceRegistration<PluginContent>> offered = new ConcurrentHashMap<>();

    private record Files(String plugin, String version, SortedMap<String, JsonNode> files) implements PluginContent {}

    ContentServices(BundleContext context) {
        this.context = context;
    }

    void offer(StagedPlugin plugin) {
        PluginManifest manifest = plugin.manifest();
        if (!manifest.content().isEmpty()) {
            Files files = new Files(manifest.id(), manifest.version().toString(), read(plugin));
            Map<String, Object> properties = Map.of(
                    "plugin.id", files.plugin(),
                    "plugin.version", files.version(),
                    "plugin.kind", manifest.kind().text());
            offered.put(
                    plugin.digest(), context.registerService(PluginContent.class, files, new Hashtable<>(properties)));
        }
    }

    void withdraw(StagedPlugin plugin) {
        ServiceRegistration<PluginContent> registration = offered.remove(plugin.digest());
        if (registration != null) {
            registration.unregister();
        }
    }

    private static SortedMap<String, JsonNode> read(StagedPlugin plugin) {
        SortedMap<String, JsonNode> files = new TreeMap<>();
        for (PluginManifest.ListedFile file : plugin.manifest().content()) {
            try {
                files.put(
                        file.path().substring(FOLDER.length()),
                        Json.mapper()
                                .readTree(plugin.folder().resolve(file.path()).toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        file.path() + " of " + plugin.manifest().id() + " cannot be read", e);
            }
        }
        return Collections.unmodifiableSortedMap(files);
    }
}
