package io.binnacle.platform.storage.exports;

import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is in an archive; its file {@code manifest.json}.
 *
 * @param format the version of the archive's form
 * @param platform the version of the platform that wrote it
 * @param asOf the end of what the states tell; empty when there was no end
 * @param knownAt the end of what was known; empty when there was no end
 * @param contentHash SHA-256 of {@code files} in canonical JSON: equal hashes mean equal contents, whenever and
 *     wherever they were exported
 */
record Manifest(
        int format,
        String platform,
        Instant createdAt,
        Optional<Instant> asOf,
        Optional<Instant> knownAt,
        List<ArchivedFile> files,
        String contentHash) {

    static final String NAME = "manifest.json";
    static final int FORMAT = 1;
    static final String EVENTS = "events/";
    static final String STATES = "state/";

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * A file of an archive.
     *
     * @param entityType the type of the entities that it is about
     * @param sha256 of its bytes before they are compressed, in hexadecimal
     */
    record ArchivedFile(String name, String entityType, long lines, long bytes, String sha256) {

        ArchivedFile {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(entityType, "entityType");
            Objects.requireNonNull(sha256, "sha256");
        }

        /** The file of a type in a folder. */
        static String name(String folder, String entityType) {
            return folder + entityType + ".jsonl";
        }

        /** Whether it lies where an export puts it. */
        boolean isWellNamed() {
            return name.equals(name(EVENTS, entityType)) || name.equals(name(STATES, entityType));
        }

        /** Whether it holds events, which make up everything, or states, which only show it. */
        boolean holdsEvents() {
            return name.startsWith(EVENTS);
        }
    }

    static String hash(List<ArchivedFile> files) {
        return Json.hash(files);
    }

    List<ArchivedFile> eventFiles() {
        return files.stream().filter(ArchivedFile::holdsEvents).toList();
    }

    long events() {
        return eventFiles().stream().mapToLong(ArchivedFile::lines).sum();
    }
}
