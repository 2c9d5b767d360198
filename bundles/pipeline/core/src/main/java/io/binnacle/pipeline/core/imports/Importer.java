package io.binnacle.pipeline.core.imports;

import static io.binnacle.pipeline.api.PipelineError.ROWS_REFUSED;

import io.binnacle.pipeline.api.PipelineLoader;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.store.ExternalRefs;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings files in: all of one request in one transaction. */
@Component(service = Importer.class)
public final class Importer {

    private static final int MOST_FIELD_ERRORS = 100;

    /**
     * How files are to come in.
     *
     * @param refuse nothing comes in when any row is bad; otherwise the good rows do
     */
    public record Order(boolean dryRun, String currency, boolean refuse) {}

    private final Database database;
    private final PipelineLoader loader;
    private final Clock clock;
    private final PipelineSettings settings;

    @Activate
    public Importer(
            @Reference Database database,
            @Reference PipelineLoader loader,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, loader, clock, settings);
    }

    public Importer(Database database, PipelineLoader loader, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.loader = loader;
        this.clock = clock;
        this.settings = settings;
    }

    /** Reads files, brings their good rows in and reports. */
    public ImportReport run(List<ImportFile> files, Order order, Principal by, Progress progress) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        ImportContext context = new ImportContext(order.currency(), settings.zone(), today);
        Map<ImportFile, List<Contribution>> rows = new LinkedHashMap<>();
        for (ImportFile file : files) {
            progress.report(
                    30 * rows.size() / files.size(), "reading " + file.csv().name());
            rows.put(file, file.read(context));
        }
        return database.inTransaction(handle -> load(handle, rows, order, by, progress));
    }

    private ImportReport load(
            Handle handle, Map<ImportFile, List<Contribution>> files, Order order, Principal by, Progress progress) {
        List<Contribution> rows = files.values().stream().flatMap(List::stream).toList();
        Settlement settlement = new Settlement(
                rows, ExternalRefs.find(handle, Settlement.named(rows)).keySet());
        List<FileReport> reports = new ArrayList<>();
        files.forEach((file, contributions) -> reports.add(FileReports.of(file, contributions)));
        if (order.refuse()) {
            refuseBadRows(reports);
        }
        PipelineLoader.Outcome outcome =
                loader.load(settlement.batch(), by, cause(files), order.dryRun(), progress.part(30, 100));
        return new ImportReport(order.dryRun(), reports, outcome);
    }

    private static void refuseBadRows(List<FileReport> reports) {
        List<FieldError> errors = new ArrayList<>();
        for (FileReport report : reports) {
            for (RowProblem problem : report.errors()) {
                String pointer = "/" + report.name() + "/" + problem.line() + "/" + problem.field();
                errors.add(new FieldError(pointer, problem.code(), "'" + problem.value() + "': " + problem.detail()));
            }
        }
        if (!errors.isEmpty()) {
            throw ROWS_REFUSED
                    .because(
                            "nothing was written: %d faults in the rows; correct them, or leave the bad rows out with onError=skip",
                            errors.size())
                    .at(errors.subList(0, Math.min(errors.size(), MOST_FIELD_ERRORS)));
        }
    }

    private static String cause(Map<ImportFile, List<Contribution>> files) {
        return files.keySet().stream()
                .map(ImportFile::system)
                .distinct()
                .sorted()
                .collect(Collectors.joining("+", "import:", ""));
    }
}
