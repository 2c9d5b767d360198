package io.binnacle.platform.storage.exports;

import static io.binnacle.platform.storage.exports.ExportError.EXPORT_NOT_FOUND;

import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.storage.journal.PostgresJournal;
import io.binnacle.platform.storage.projection.Projections;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes exports and keeps them for a while, in a folder beside the database. */
@Component(service = Exports.class)
public final class Exports {

    private final Database database;
    private final PostgresJournal journal;
    private final Projections projections;
    private final Clock clock;
    private final String platform;
    private final ExportFolder folder;

    @Activate
    public Exports(
            BundleContext context,
            @Reference Database database,
            @Reference PostgresJournal journal,
            @Reference Projections projections,
            @Reference Clock clock,
            @Reference(target = "(schema=journal)") SchemaReady ready) {
        this(
                Path.of(context.getProperty("binnacle.data"), "exports"),
                context.getBundle().getVersion().toString(),
                database,
                journal,
                projections,
                clock);
    }

    public Exports(
            Path folder,
            String platform,
            Database database,
            PostgresJournal journal,
            Projections projections,
            Clock clock) {
        this.database = database;
        this.journal = journal;
        this.projections = projections;
        this.clock = clock;
        this.platform = platform;
        this.folder = new ExportFolder(folder);
        this.folder.removeLeftovers();
        this.folder.removeOlder(clock.instant());
    }

    /** Exports all that held and was known at {@code cut}. Events are cut by what was known alone. */
    Export make(AsOf cut, Progress progress) {
        folder.removeOlder(clock.instant());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Path part = folder.part(id);
        try {
            Manifest manifest = write(cut, part, progress);
            return Export.of(id, folder.keep(part, id), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException("the export cannot be written to " + part, e);
        } finally {
            folder.remove(part);
        }
    }

    /** @throws io.binnacle.platform.api.error.PlatformException EXPORT_NOT_FOUND when it is not there any more */
    Path file(UUID id) {
        return folder.find(id)
                .orElseThrow(() -> EXPORT_NOT_FOUND.because(
                        "there is no export %s; exports are kept for %d days, make a new one",
                        id, ExportFolder.KEPT.toDays()));
    }

    /** Where a restore's upload can wait. */
    Path arriving() {
        return folder.part(UuidCreator.getTimeOrderedEpoch());
    }

    /** Removes an upload that nobody will read. */
    void remove(Path arriving) {
        folder.remove(arriving);
    }

    private Manifest write(AsOf cut, Path part, Progress progress) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            ArchiveWriter writer = new ArchiveWriter(journal, platform, projections.localTypes());
            return database.read(handle -> {
                try {
                    return writer.write(handle, cut, clock.instant(), out, progress);
                } catch (IOException e) {
                    throw new UncheckedIOException("the export cannot be written to " + part, e);
                }
            });
        }
    }
}
