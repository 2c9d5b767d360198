package io.binnacle.platform.plugins.lifecycle;

import com.fasterxml.jackson.core.type.TypeReference;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins that are kept from running until somebody enables, replaces or uninstalls them; one a plugin. */
final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Path file;
    private final Clock clock;
    private final SortedMap<String, Quarantined> plugins;

    Quarantine(Path root, Clock clock) {
        this.file = root.resolve("quarantine.json");
        this.clock = clock;
        this.plugins = read();
    }

    synchronized Optional<Quarantined> find(String plugin) {
        return Optional.ofNullable(plugins.get(plugin));
    }

    synchronized Optional<Quarantined> find(String plugin, String digest) {
        return find(plugin).filter(quarantined -> quarantined.digest().equals(digest));
    }

    synchronized SortedMap<String, Quarantined> all() {
        return new TreeMap<>(plugins);
    }

    synchronized void add(String plugin, String version, String digest, String reason) {
        plugins.put(plugin, new Quarantined(version, digest, reason, clock.instant()));
        write();
    }

    synchronized void release(String plugin) {
        if (plugins.remove(plugin) != null) {
            write();
        }
    }

    private SortedMap<String, Quarantined> read() {
        try {
            return Files.exists(file)
                    ? Json.mapper().readValue(file.toFile(), new TypeReference<TreeMap<String, Quarantined>>() {})
                    : new TreeMap<>();
        } catch (IOException e) {
            LOG.warn("{} cannot be read, so no plugin is in quarantine: {}", file, e.getMessage());
            return new TreeMap<>();
        }
    }

    private void write() {
        Path next = file.resolveSibling("quarantine.json.tmp");
        try {
            Files.writeString(next, Json.write(plugins));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
