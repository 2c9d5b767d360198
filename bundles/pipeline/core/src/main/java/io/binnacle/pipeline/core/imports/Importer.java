package io.binnacle.pipeline.core.imports;

import static io.binnacle.pipeline.api.PipelineError.AMBIGUOUS_FILE;
import static io.binnacle.pipeline.api.PipelineError.ROWS_REFUSED;

import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.PipelineLoader;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.pipeline.core.imports.file.SurveyedFile;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings files in: all of one request in one transaction. */
@Component(service = Importer.class)
public final class Importer {

    private static final int MOST_FIELD_ERRORS = 100;
    private static final String DRY_RUN = "import_dry_run";

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
    private final Supplier<PeriodCalendar> calendar;

    @Activate
    public Importer(
            @Reference Database database,
            @Reference PipelineLoader loader,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference Calendars calendars,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, loader, clock, settings, () -> calendars.standard().calendar());
    }

    public Importer(Database database, PipelineLoader loader, Clock clock, PipelineSettings settings) {
        this(database, loader, clock, settings, settings::calendar);
    }

    private Importer(
            Database database,
            PipelineLoader loader,
            Clock clock,
            PipelineSettings settings,
            Supplier<PeriodCalendar> calendar) {
        this.calendar = calendar;
        this.database = database;
        this.loader = loader;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Reads files, brings their good rows in and reports. Memory does not grow with the number of deals.
     *
     * @param folder for what does not fit into memory; empty before, and the caller's to remove
     */
    public ImportReport run(List<ImportFile> files, Path folder, Order order, Principal by, Progress progress) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        ImportContext context = new ImportContext(order.currency(), settings.zone(), today);
        List<SurveyedFile> surveyed = new ArrayList<>();
        for (ImportFile file : files) {
            progress.report(10 * surveyed.size() / files.size(), "looking through " + file.name());
            surveyed.add(SurveyedFile.of(file, context));
        }
        if (!order.dryRun()) {
            surveyed.forEach(Importer::refuseAmbiguous);
        }
        progress.report(10, "sorting the rows by deal");
        try (DealParts parts = new DealParts(surveyed, folder)) {
            return database.inTransaction(handle -> {
                ImportRun run = new ImportRun(handle, loader, by, surveyed, context, calendar.get());
                return run(handle, run, parts, order, progress.part(20, 100));
            });
        }
    }

    private static ImportReport run(Handle handle, ImportRun run, DealParts parts, Order order, Progress progress) {
        handle.savepoint(DRY_RUN);
        run.basics();
        run.deals(parts, progress);
        List<FileReport> reports = run.reports();
        if (order.refuse()) {
            refuseBadRows(reports);
        }
        if (order.dryRun()) {
            handle.rollbackToSavepoint(DRY_RUN);
        }
        return new ImportReport(order.dryRun(), reports, run.outcome());
    }

    private static void refuseAmbiguous(SurveyedFile file) {
        file.survey().ambiguity().ifPresent(ambiguity -> {
            throw AMBIGUOUS_FILE
                    .because(
                            "nothing was written: '%s' on line %d of %s has two meanings: %s",
                            ambiguity.value(), ambiguity.line(), file.file().name(), ambiguity.detail())
                    .at("/" + ambiguity.parameter());
        });
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
}
