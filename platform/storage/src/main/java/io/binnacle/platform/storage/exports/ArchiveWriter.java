package io.binnacle.platform.storage.exports;

import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.storage.exports.Manifest.ArchivedFile;
import io.binnacle.platform.storage.journal.Histories;
import io.binnacle.platform.storage.journal.StoredEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/** Writes everything that the journal knows, in constant memory. */
final class ArchiveWriter {

    private final Journal journal;
    private final String platform;
    private final Set<String> local;

    /** @param local the entity types that are left out */
    ArchiveWriter(Journal journal, String platform, Set<String> local) {
        this.journal = journal;
        this.platform = platform;
        this.local = local;
    }

    /** Inside the read that {@code handle} belongs to, so that all files tell of one moment. */
    Manifest write(Handle handle, AsOf cut, Instant now, OutputStream out, Progress progress) throws IOException {
        Map<String, Long> types = Histories.types(handle);
        types.keySet().removeAll(local);
        List<ArchivedFile> files = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            int done = 0;
            for (String type : types.keySet()) {
                Progress part = progress.part(100 * done / types.size(), 100 * ++done / types.size());
                events(handle, type, cut, zip, part.part(0, 70)).ifPresent(files::add);
                states(type, cut, zip, types.get(type), part.part(70, 100)).ifPresent(files::add);
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    platform,
                    now,
                    end(cut.validAt()),
                    end(cut.knownAt()),
                    files,
                    Manifest.hash(files));
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static Optional<ArchivedFile> events(
            Handle handle, String type, AsOf cut, ZipOutputStream zip, Progress progress) {
        Lines lines = new Lines(zip, ArchivedFile.name(Manifest.EVENTS, type), type);
        StoredEvent.forEach(handle, type, cut.knownAt(), event -> {
            lines.add(EventLine.write(event));
            if (lines.count() % 10_000 == 0) {
                progress.report(0, type + ": " + lines.count() + " events");
            }
        });
        return lines.end();
    }

    private Optional<ArchivedFile> states(String type, AsOf cut, ZipOutputStream zip, long total, Progress progress) {
        Lines lines = new Lines(zip, ArchivedFile.name(Manifest.STATES, type), type);
        try (Stream<EntityState> states = journal.states(type, cut)) {
            states.forEach(state -> {
                lines.add(Json.write(state));
                if (lines.count() % 1_000 == 0) {
                    progress.report(
                            (int) (100 * lines.count() / total),
                            type + ": " + lines.count() + " of " + total + " states");
                }
            });
        }
        return lines.end();
    }

    private static Optional<Instant> end(Instant time) {
        return time.equals(Instant.MAX) ? Optional.empty() : Optional.of(time);
    }
}
