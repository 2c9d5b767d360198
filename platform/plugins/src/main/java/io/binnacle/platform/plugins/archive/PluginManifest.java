package io.binnacle.platform.plugins.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a plugin says about itself in {@code plugin.json}; {@code docs/reference/plugin.schema.json} describes it.
 *
 * @param platform versions of the platform that the plugin was made for
 * @param spi the packages that the plugin was made for, each with its versions
 * @param config JSON Schema of the plugin's configuration; empty when there is nothing to configure
 * @param dataVersion counts the changes of what the plugin stores; an older one cannot read what a newer one wrote
 */
public record PluginManifest(
        String id,
        Version version,
        String name,
        String publisher,
        String description,
        VersionRange platform,
        SortedMap<String, VersionRange> spi,
        Set<Permission> permissions,
        Optional<ObjectNode> config,
        int dataVersion,
        List<ListedFile> bundles,
        List<ListedFile> content,
        Kind kind) {

    /** The file of an archive that holds this. */
    public static final String FILE = "plugin.json";

    /** One file of the archive and the SHA-256 that it must have. */
    public record ListedFile(String path, String sha256) {}

    public PluginManifest {
        spi = Collections.unmodifiableSortedMap(new TreeMap<>(spi));
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
        config = config.map(ObjectNode::deepCopy);
        bundles = List.copyOf(bundles);
        content = List.copyOf(content);
    }

    /** Reads a {@code plugin.json}; {@code PLUGIN_MANIFEST_INVALID} names every field at fault. */
    public static PluginManifest parse(byte[] json) {
        return new ManifestParser().parse(json);
    }

    /** Whether the plugin asks for {@code permission}. */
    public boolean asksFor(Permission permission) {
        return permissions.contains(permission);
    }

    /** Every file of the archive besides {@code plugin.json} and its signature. */
    public Stream<ListedFile> files() {
        return Stream.concat(bundles.stream(), content.stream());
    }

    /** The schema that the plugin's tables live in, when it has some. */
    public String schema() {
        return "plugin_" + id.replace('.', '_');
    }

    /** As {@code plugin.json} has it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("format", 1);
        json.put("id", id);
        json.put("version", version.toString());
        json.put("name", name);
        json.put("publisher", publisher);
        json.put("description", description);
        json.put("platform", platform.toString());
        ObjectNode ranges = json.putObject("spi");
        spi.forEach((name, range) -> ranges.put(name, range.toString()));
        ArrayNode asked = json.putArray("permissions");
        permissions.forEach(permission -> asked.add(permission.text()));
        config.ifPresent(schema -> json.set("config", schema.deepCopy()));
        json.put("dataVersion", dataVersion);
        list(json.putArray("bundles"), bundles);
        list(json.putArray("content"), content);
        json.put("kind", kind.text());
        return json;
    }

    private static void list(ArrayNode into, List<ListedFile> files) {
        files.forEach(file -> into.addObject().put("path", file.path()).put("sha256", file.sha256()));
    }
}
