package io.binnacle.platform.packager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the signed index of a folder of plugins. Each index counts one up from the one that is there, since a
 * platform takes no catalogue that is older than one it knows.
 */
public final class CatalogueBuilder {

    private static final String INDEX = "index.json";

    private final Keys keys;

    public CatalogueBuilder(Keys keys) {
        this.keys = keys;
    }

    /**
     * Writes {@code index.json} and {@code index.json.sig} into {@code folder}.
     *
     * @param name stays the same for the life of the catalogue
     * @param expires the catalogue has to be made anew before then
     */
    public Path build(Path folder, String name, Instant expires) throws IOException {
        ObjectNode index = Json.object();
        index.put("name", name);
        index.put("counter", counter(folder) + 1);
        index.put("expires", expires.toString());
        ArrayNode entries = index.putArray("entries");
        for (Path file : plugins(folder)) {
            entries.add(entry(file));
        }
        byte[] text = Json.write(index).getBytes(StandardCharsets.UTF_8);
        replace(folder.resolve(INDEX + ".sig"), keys.sign(text));
        return replace(folder.resolve(INDEX), text);
    }

    private static ObjectNode entry(Path file) throws IOException {
        PluginFacts facts = PluginFacts.of(file);
        ObjectNode entry = Json.object()
                .put("id", facts.id())
                .put("version", facts.version())
                .put("name", facts.name())
                .put("description", facts.description())
                .put("platform", facts.platform());
        ObjectNode spi = entry.putObject("spi");
        facts.spi().forEach(spi::put);
        return entry.put("url", file.getFileName().toString())
                .put("sha256", Digests.sha256(Files.readAllBytes(file)))
                .put("size", Files.size(file));
    }

    private static long counter(Path folder) throws IOException {
        Path index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            return 0;
        }
        JsonNode counter = Json.mapper().readTree(Files.readAllBytes(index)).path("counter");
        if (!counter.isIntegralNumber()) {
            throw new IOException(index + " has no counter; put the right index back before making the next one");
        }
        return counter.longValue();
    }

    private static List<Path> plugins(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".zip") || file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Path replace(Path file, byte[] bytes) throws IOException {
        Path fresh = Files.write(file.resolveSibling(file.getFileName() + ".new"), bytes);
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
