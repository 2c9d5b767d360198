package io.binnacle.platform.packager;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** What a catalogue says about a plugin, as its file has it; the last three may be missing in plain bundles. */
record PluginFacts(
        String id, String version, String platform, String name, String description, Map<String, String> spi) {

    static PluginFacts of(Path file) throws IOException {
        try (JarFile zip = new JarFile(file.toFile(), false)) {
            ZipEntry manifest = zip.getEntry("plugin.json");
            PluginFacts facts = manifest == null ? ofHeaders(zip.getManifest()) : ofJson(zip, manifest);
            if (facts.id == null || facts.version == null || facts.platform == null) {
                throw new IOException(file + " is no plugin: its id, version or platform is missing");
            }
            return facts;
        }
    }

    private static PluginFacts ofJson(JarFile zip, ZipEntry manifest) throws IOException {
        try (InputStream in = zip.getInputStream(manifest)) {
            JsonNode json = Json.mapper().readTree(in);
            return new PluginFacts(
                    json.path("id").textValue(),
                    json.path("version").textValue(),
                    json.path("platform").textValue(),
                    json.path("name").textValue(),
                    json.path("description").textValue(),
                    spi(json.path("spi")));
        }
    }

    private static Map<String, String> spi(JsonNode ranges) {
        Map<String, String> spi = new TreeMap<>();
        ranges.forEachEntry((name, range) -> spi.put(name, range.asText()));
        return spi;
    }

    private static PluginFacts ofHeaders(Manifest manifest) {
        Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
        return new PluginFacts(
                headers.getValue("Binnacle-Plugin-Id"),
                headers.getValue("Bundle-Version"),
                headers.getValue("Binnacle-Plugin-Platform"),
                headers.getValue("Bundle-Name"),
                headers.getValue("Bundle-Description"),
                Map.of());
    }
}
