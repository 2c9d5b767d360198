package io.binnacle.platform.plugins.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.plugins.archive.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a generation stands in {@code gen-N.json}. */
record GenerationFile(long number, Instant createdAt, String cause, SortedMap<String, Plugin> plugins) {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationFile.class);
    private static final Pattern NAME = Pattern.compile("gen-(\\d{1,18})\\.json");

    record Plugin(String version, String digest, boolean enabled, Trust trust, ObjectNode config) {}

    static String name(long number) {
        return "gen-" + number + ".json";
    }

    /** The number in the name of {@code file}; empty when it is no generation's name. */
    static Optional<Long> number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(Long.valueOf(name.group(1))) : Optional.empty();
    }

    static byte[] bytes(Generation generation) {
        SortedMap<String, Plugin> plugins = new TreeMap<>();
        generation
                .plugins()
                .forEach((id, one) -> plugins.put(
                        id, new Plugin(one.version(), one.digest(), one.enabled(), one.trust(), one.config())));
        var file = new GenerationFile(generation.number(), generation.createdAt(), generation.cause(), plugins);
        return (Json.write(file) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The generation in {@code file}; empty when it is incomplete or damaged, or its number is not its name's. */
    static Optional<Generation> read(Path file) {
        try {
            GenerationFile read = Json.read(Files.readString(file), GenerationFile.class);
            if (number(file).filter(number -> number == read.number).isPresent()) {
                return Optional.of(read.generation());
            }
            LOG.warn("{} says it is generation {}; it is left out", file, read.number);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("{} is not a complete generation and is left out: {}", file, e.getMessage());
        }
        return Optional.empty();
    }

    private Generation generation() {
        SortedMap<String, InstalledPlugin> installed = new TreeMap<>();
        plugins.forEach((id, one) -> installed.put(
                id, new InstalledPlugin(id, one.version, one.digest, one.enabled, one.trust, one.config)));
        return new Generation(number, createdAt, cause, installed);
    }
}
