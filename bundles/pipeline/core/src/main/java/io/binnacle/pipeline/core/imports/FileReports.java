package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.core.imports.Contribution.Staged;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.ImportReport.StageTotal;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes up what became of the rows of a file. */
final class FileReports {

    private static final int MOST_PROBLEMS = 5_000;

    private FileReports() {}

    static FileReport of(ImportFile file, List<Contribution> rows) {
        List<Contribution> accepted =
                rows.stream().filter(Contribution::isAccepted).toList();
        List<Staged> staged =
                accepted.stream().flatMap(row -> row.staged().stream()).toList();
        return new FileReport(
                file.csv().name(),
                file.format().name(),
                file.csv().content().encoding(),
                file.csv().delimiter().name().toLowerCase(Locale.ROOT),
                rows.size(),
                accepted.size(),
                problems(rows.stream().flatMap(row -> row.row().errors().stream())),
                problems(Stream.concat(
                        file.ignoredColumns().stream(), rows.stream().flatMap(row -> row.row().warnings().stream()))),
                totals(staged),
                byStage(staged));
    }

    private static List<RowProblem> problems(Stream<RowProblem> found) {
        List<RowProblem> all =
                found.sorted(Comparator.comparingLong(RowProblem::line)).toList();
        if (all.size() <= MOST_PROBLEMS) {
            return all;
        }
        List<RowProblem> listed = new ArrayList<>(all.subList(0, MOST_PROBLEMS));
        RowProblem next = all.get(MOST_PROBLEMS);
        listed.add(new RowProblem(
                next.line(),
                "",
                "AND_MORE",
                "",
                (all.size() - MOST_PROBLEMS) + " more from this line on are not listed"));
        return listed;
    }

    private static List<Money> totals(List<Staged> staged) {
        Map<String, Money> totals = new TreeMap<>();
        staged.forEach(row -> row.amount().ifPresent(amount -> totals.merge(amount.currency(), amount, Money::plus)));
        return List.copyOf(totals.values());
    }

    private static List<StageTotal> byStage(List<Staged> staged) {
        return staged.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.stage(), row.currency()),
                        () -> new TreeMap<>(Comparator.comparing(Object::toString)),
                        Collectors.toList()))
                .values()
                .stream()
                .map(FileReports::total)
                .toList();
    }

    private static StageTotal total(List<Staged> rows) {
        BigDecimal amount = rows.stream()
                .flatMap(row -> row.amount().stream().map(Money::amount))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new StageTotal(rows.get(0).stage(), rows.get(0).currency(), rows.size(), amount);
    }
}
