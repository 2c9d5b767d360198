package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.core.imports.ImportReport.ColumnReport;
import io.binnacle.pipeline.core.imports.ImportReport.Detected;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.ImportReport.OwnerTotal;
import io.binnacle.pipeline.core.imports.ImportReport.StageTotal;
import io.binnacle.pipeline.core.imports.file.Layout;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.pipeline.core.imports.file.Survey;
import io.binnacle.pipeline.core.imports.file.SurveyedFile;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts and sums what became of the rows of one file. */
final class FileTally {

    private final SurveyedFile file;
    private final List<ImportColumn> numbers;
    private final Problems errors = new Problems();
    private final Problems warnings = new Problems();
    private final Sums byCurrency = new Sums();
    private final Sums byStage = new Sums();
    private final Sums byOwner = new Sums();
    private final Map<String, BigDecimal> columns = new HashMap<>();
    private long rows;
    private long accepted;

    FileTally(SurveyedFile file) {
        this.file = file;
        numbers = file.layout().columns().stream()
                .filter(column -> column.kind() == ImportColumn.Kind.NUMBER)
                .toList();
        file.survey().ambiguity().map(FileTally::warning).ifPresent(warnings::add);
        if (file.file().csv().encoding().mark() > 0) {
            warnings.add(mark());
        }
        if (!file.file().format().keepsOthers()) {
            file.layout().others().keySet().stream().map(this::ignored).forEach(warnings::add);
        }
    }

    /** Counts a row, once nothing more can be found against it. */
    void add(Contribution contribution) {
        rows++;
        contribution.row().errors().forEach(errors::add);
        contribution.row().warnings().forEach(warnings::add);
        if (contribution.isAccepted()) {
            accepted++;
            contribution.standing().forEach(this::add);
            numbers.forEach(column -> contribution
                    .row()
                    .number(column.name())
                    .ifPresent(value -> columns.merge(column.name(), value, BigDecimal::add)));
        }
    }

    long refused() {
        return errors.count();
    }

    FileReport report() {
        return new FileReport(
                file.file().name(),
                file.file().format().name(),
                file.file().csv().encoding().label(),
                file.file().csv().delimiter().label(),
                detected(),
                rows,
                accepted,
                errors.list(),
                warnings.list(),
                byCurrency.list((key, currency, count, sum) -> new Money(sum, currency)),
                byStage.list(StageTotal::new),
                byOwner.list(OwnerTotal::new));
    }

    private void add(DealState state) {
        String currency =
                state.amount().map(Money::currency).orElse(file.context().currency());
        BigDecimal amount = state.amount().map(Money::amount).orElse(BigDecimal.ZERO);
        state.amount().ifPresent(money -> byCurrency.add("", currency, amount));
        byStage.add(state.stage(), currency, amount);
        byOwner.add(state.owner().map(ExternalRef::id).orElse("(no owner)"), currency, amount);
    }

    private Detected detected() {
        Survey survey = file.survey();
        return new Detected(
                file.layout().line(),
                survey.footer(),
                survey.dates().style().pattern(),
                survey.numbers().style().label(),
                file.layout().names().stream().map(this::column).toList());
    }

    private ColumnReport column(String header) {
        Layout layout = file.layout();
        Optional<String> sample = Optional.ofNullable(file.survey().samples().get(header));
        Optional<ImportColumn> read = layout.columns().stream()
                .filter(column -> layout.header(column.name()).equals(header))
                .findFirst();
        Optional<String> kept = file.file().format().keepsOthers() ? Optional.of("ext." + header) : Optional.empty();
        return new ColumnReport(
                header,
                read.map(ImportColumn::name).or(() -> kept),
                read.map(column -> column.kind().name().toLowerCase(java.util.Locale.ROOT)),
                sample,
                read.map(column -> columns.get(column.name())));
    }

    private RowProblem mark() {
        String label = file.file().csv().encoding().label();
        return new RowProblem(1, "", "BYTE_ORDER_MARK", label, "the mark before the first column was left out");
    }

    private RowProblem ignored(String header) {
        return new RowProblem(file.layout().line(), header, "COLUMN_IGNORED", header, "this column does not come in");
    }

    private static RowProblem warning(Survey.Ambiguity ambiguity) {
        return new RowProblem(ambiguity.line(), "", "AMBIGUOUS", ambiguity.value(), ambiguity.detail());
    }
}
