package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.packager.Keys;
import io.binnacle.platform.packager.Packager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What goes into the file of a plugin, gathered from a project. */
final class PluginPack {

    private final ObjectNode manifest;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private PluginPack(ObjectNode manifest) {
        this.manifest = manifest;
    }

    static PluginPack of(Path manifestFile, Optional<String> version, List<Path> bundles) {
        PluginPack pack = new PluginPack(manifest(manifestFile));
        version.ifPresent(given -> pack.manifest.put("version", given));
        pack.require("id");
        pack.require("version");
        bundles.forEach(bundle -> pack.add("bundles/" + bundle.getFileName(), bundle));
        pack.addContent(manifestFile.toAbsolutePath().resolveSibling("content"));
        if (pack.files.isEmpty()) {
            throw Refusal.failed(
                    "There is nothing to pack: name a --bundle, or put JSON files into a folder 'content' beside %s.",
                    manifestFile);
        }
        return pack;
    }

    /** Writes {@code ID-VERSION.zip} and answers where it is. */
    Path write(Path folder, Optional<Keys> keys) {
        Path target = folder.resolve(text("id") + "-" + text("version") + ".zip");
        try {
            Files.createDirectories(folder);
            return Files.write(target, new Packager(keys).archive(manifest, files));
        } catch (IOException e) {
            throw Refusal.failed("The plugin cannot be packed into %s: %s", target, e.getMessage());
        }
    }

    private String text(String field) {
        return manifest.path(field).asText();
    }

    private void require(String field) {
        if (!text(field).matches("[A-Za-z0-9._-]+")) {
            throw Refusal.failed("plugin.json does not tell the %s of the plugin.", field);
        }
    }

    private void addContent(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(file ->
                            add("content/" + folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw Refusal.failed("%s cannot be read: %s", folder, e.getMessage());
        }
    }

    private void add(String path, Path file) {
        try {
            files.put(path, Files.readAllBytes(file));
        } catch (IOException e) {
            throw Refusal.failed("There is no file %s that can be read.", file);
        }
    }

    private static ObjectNode manifest(Path file) {
        JsonNode json = Api.read(file);
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.failed("%s is not a JSON object.", file);
    }
}
