package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.TargetRecord;
import io.binnacle.pipeline.api.PipelineLoader;
import io.binnacle.pipeline.api.PipelineLoader.Outcome;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.file.SurveyedFile;
import io.binnacle.pipeline.core.stages.Cause;
import io.binnacle.pipeline.core.store.ExternalRefs;
import io.binnacle.pipeline.core.store.ExternalRefs.Named;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One import inside its transaction: first what deals hang on, then the deals, a part of them at a time. */
final class ImportRun {

    private final Handle handle;
    private final PipelineLoader loader;
    private final Principal by;
    private final String cause;
    private final ImportContext context;
    private final PeriodCalendar calendar;
    private final List<SurveyedFile> files;
    private final Map<SurveyedFile, FileTally> tallies = new IdentityHashMap<>();
    private final Outcomes outcomes = new Outcomes();

    ImportRun(
            Handle handle,
            PipelineLoader loader,
            Principal by,
            List<SurveyedFile> files,
            ImportContext context,
            PeriodCalendar calendar) {
        this.files = files;
        this.context = context;
        this.calendar = calendar;
        this.handle = handle;
        this.loader = loader;
        this.by = by;
        this.cause = Cause.IMPORT
                + String.join(
                        "+",
                        files.stream()
                                .map(file -> file.file().format().system())
                                .distinct()
                                .sorted()
                                .toList());
        files.forEach(file -> tallies.put(file, new FileTally(file)));
    }

    /** Brings in the rows that are of no deal. */
    void basics() {
        List<Contribution> rows = new ArrayList<>();
        for (SurveyedFile file : files) {
            if (!file.file().ofDeals()) {
                file.forEachLine(line -> rows.add(Contribution.of(file, file.row(line))));
            }
        }
        load(rows);
    }

    /** Brings in the rows of all deals. */
    void deals(DealParts parts, Progress progress) {
        for (int part = 0; part < parts.count(); part++) {
            load(parts.next());
            progress.report(100 * (part + 1) / parts.count(), "deals: part " + (part + 1) + " of " + parts.count());
        }
    }

    Outcome outcome() {
        return outcomes.all();
    }

    List<FileReport> reports() {
        return files.stream().map(tallies::get).map(FileTally::report).toList();
    }

    private void load(List<Contribution> rows) {
        Map<ExternalRef, Named> known = ExternalRefs.find(handle, Settlement.named(rows));
        Settlement settlement = new Settlement(rows, known.keySet());
        List<Contribution> settled = settlement.accepted();
        CreditParts.refuseBroken(settled);
        LineSums.compare(settled);
        List<TargetRecord> targets = Quotas.targets(settled, calendar);
        rows.forEach(row -> tallies.get(row.file()).add(row));
        List<DealHistory> deals =
                new PresentDeals(handle, known, context).histories(DealFacts.of(settlement.accepted()));
        PipelineBatch batch = settlement.batch(deals, targets);
        outcomes.add(batch, loader.load(batch, by, cause, false, Progress.NONE));
    }
}
