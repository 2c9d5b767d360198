package io.binnacle.platform.storage.exports;

import static io.binnacle.platform.storage.exports.ExportError.ARCHIVE_DAMAGED;

import io.binnacle.platform.api.journal.Verification;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.storage.journal.Arrivals;
import io.binnacle.platform.storage.journal.PostgresJournal;
import io.binnacle.platform.storage.projection.Projections;
import io.binnacle.platform.storage.projection.RebuildReport;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings an archive into an empty instance, all of it or nothing. */
@Component(service = Restore.class)
public final class Restore {

    private final Database database;
    private final PostgresJournal journal;
    private final Projections projections;

    @Activate
    public Restore(
            @Reference Database database,
            @Reference PostgresJournal journal,
            @Reference Projections projections,
            @Reference(target = "(schema=journal)") SchemaReady ready) {
        this(database, journal, projections);
    }

    public Restore(Database database, PostgresJournal journal, Projections projections) {
        this.database = database;
        this.journal = journal;
        this.projections = projections;
    }

    /**
     * Checks the archive as a whole, then, unless it is a dry run, writes it.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INSTANCE_NOT_EMPTY, ARCHIVE_UNREADABLE,
     *     ARCHIVE_TOO_NEW, ARCHIVE_DAMAGED; nothing is written then
     */
    RestoreReport run(Path file, boolean dryRun, Progress progress) {
        try (ArchiveReader archive = new ArchiveReader(file)) {
            long entities = archive.check(progress.part(0, 30));
            RestoreReport checked = RestoreReport.checked(archive.manifest(), entities);
            return dryRun ? checked : write(archive, checked, progress);
        }
    }

    private RestoreReport write(ArchiveReader archive, RestoreReport checked, Progress progress) {
        return database.inTransaction(handle -> {
            journal.receive(projections.localTypes(), arrivals -> events(archive, arrivals, progress.part(30, 60)));
            RebuildReport rebuilt = projections.fill(handle, progress.part(60, 85));
            Verification verified = journal.verify(progress.part(85, 100));
            if (!verified.intact()) {
                throw ARCHIVE_DAMAGED.because(
                        "nothing was written, since the journal would not be whole: %s",
                        verified.faults().get(0));
            }
            return checked.written(rebuilt.unprojected());
        });
    }

    private static void events(ArchiveReader archive, Arrivals arrivals, Progress progress) {
        long total = archive.manifest().events();
        long[] done = {0};
        archive.manifest()
                .eventFiles()
                .forEach(file -> archive.events(file, (event, prevHash) -> {
                    arrivals.add(event, prevHash);
                    if (++done[0] % 10_000 == 0) {
                        progress.report((int) (100 * done[0] / total), done[0] + " of " + total + " events are in");
                    }
                }));
    }
}
