package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts plugin.json, bundles and content into one file, with the digest of each. Equal inputs give equal bytes. */
final class PluginPack {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode manifest;
    private final Map<String, Path> files = new TreeMap<>();

    private PluginPack(ObjectNode manifest) {
        this.manifest = manifest;
    }

    static PluginPack of(Path manifestFile, Optional<String> version, List<Path> bundles) {
        PluginPack pack = new PluginPack(manifest(manifestFile));
        version.ifPresent(given -> pack.manifest.put("version", given));
        pack.require("id");
        pack.require("version");
        bundles.forEach(bundle -> pack.files.put("bundles/" + bundle.getFileName(), bundle));
        pack.addContent(manifestFile.toAbsolutePath().resolveSibling("content"));
        if (pack.files.isEmpty()) {
            throw Refusal.failed(
                    "There is nothing to pack: name a --bundle, or put JSON files into a folder 'content' beside %s.",
                    manifestFile);
        }
        return pack;
    }

    /** Writes {@code ID-VERSION.zip} and answers where it is. */
    Path write(Path folder, Optional<SigningKey> key) {
        String name =
                manifest.get("id").asText() + "-" + manifest.get("version").asText() + ".zip";
        Path target = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            byte[] json = listed();
            try (OutputStream out = Files.newOutputStream(target);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                add(zip, "plugin.json", json);
                if (key.isPresent()) {
                    add(zip, "plugin.json.sig", key.get().signatureOf(json).getBytes(StandardCharsets.UTF_8));
                }
                for (Map.Entry<String, Path> file : files.entrySet()) {
                    add(zip, file.getKey(), Files.readAllBytes(file.getValue()));
                }
            }
            return target;
        } catch (IOException e) {
            throw Refusal.failed("The plugin cannot be packed into %s: %s", target, e.getMessage());
        }
    }

    private byte[] listed() throws IOException {
        ArrayNode bundles = manifest.putArray("bundles");
        ArrayNode content = manifest.putArray("content");
        for (Map.Entry<String, Path> file : files.entrySet()) {
            (file.getKey().startsWith("bundles/") ? bundles : content)
                    .addObject()
                    .put("path", file.getKey())
                    .put("sha256", sha256(Files.readAllBytes(file.getValue())));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    }

    private void require(String field) {
        if (!manifest.path(field).asText().matches("[A-Za-z0-9._-]+")) {
            throw Refusal.failed("plugin.json does not tell the %s of the plugin.", field);
        }
    }

    private void addContent(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            "content/" + folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw Refusal.failed("%s cannot be read: %s", folder, e.getMessage());
        }
    }

    private static ObjectNode manifest(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.failed("%s is not a JSON object.", file);
        } catch (IOException e) {
            throw Refusal.failed("%s cannot be read as JSON: %s", file, e.getMessage());
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
