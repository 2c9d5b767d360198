package io.binnacle.platform.packager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the archive of a plugin. The template is a {@code plugin.json} without the lists of files; they are filled
 * in here. The same input gives the same bytes. Whether the platform takes the archive is for the platform to say.
 */
public final class Packager {

    private static final String MANIFEST = "plugin.json";

    private final Optional<Keys> keys;

    /** @param keys sign the archive; without them it stays unsigned */
    public Packager(Optional<Keys> keys) {
        this.keys = keys;
    }

    /** Packs {@code plugin.json}, {@code bundles/*.jar} and {@code content/**} of {@code folder}. */
    public Path pack(Path folder, Path archive) throws IOException {
        return pack(folder.resolve(MANIFEST), files(folder.resolve("bundles")), folder.resolve("content"), archive);
    }

    /**
     * Packs what lies in several places.
     *
     * @param template a {@code plugin.json} without the lists of files
     * @param content a folder whose files go under {@code content/}; one that is not there has none
     */
    public Path pack(Path template, List<Path> jars, Path content, Path archive) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Path jar : jars) {
            put(files, "bundles/" + jar.getFileName(), jar);
        }
        for (Path file : files(content)) {
            put(files, "content/" + content.relativize(file).toString().replace('\\', '/'), file);
        }
        return Files.write(archive, archive(manifest(template), files));
    }

    /** The bytes of the archive of a plugin with these files. */
    public byte[] archive(ObjectNode template, SortedMap<String, byte[]> files) {
        byte[] manifest = Json.write(listing(template, files)).getBytes(StandardCharsets.UTF_8);
        SortedMap<String, byte[]> entries = new TreeMap<>(files);
        entries.put(MANIFEST, manifest);
        keys.ifPresent(key -> entries.put(MANIFEST + ".sig", key.sign(manifest)));
        return PlainZip.of(entries);
    }

    private static ObjectNode listing(ObjectNode template, SortedMap<String, byte[]> files) {
        ObjectNode manifest = template.deepCopy();
        ArrayNode bundles = manifest.putArray("bundles");
        ArrayNode content = manifest.putArray("content");
        files.forEach((path, bytes) -> (path.startsWith("bundles/") ? bundles : content)
                .addObject()
                .put("path", path)
                .put("sha256", Digests.sha256(bytes)));
        return manifest;
    }

    private static ObjectNode manifest(Path template) throws IOException {
        JsonNode node = Json.mapper().readTree(Files.readAllBytes(template));
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IOException(template + " must hold a JSON object");
    }

    private static void put(SortedMap<String, byte[]> files, String path, Path file) throws IOException {
        if (files.put(path, Files.readAllBytes(file)) != null) {
            throw new IOException("two files would be " + path + " in the archive; rename one");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
