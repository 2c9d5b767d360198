package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.PipelineLoader.Outcome;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** What an import did, or would do, by file. */
public record ImportReport(boolean dryRun, List<FileReport> files, Outcome outcome) {

    /**
     * One file.
     *
     * @param rows how many there are
     * @param accepted how many of them came in
     * @param totals the amounts of the accepted rows, by currency
     * @param byStage the accepted rows as the file has them, to compare with its source
     */
    public record FileReport(
            String name,
            String format,
            String encoding,
            String delimiter,
            long rows,
            long accepted,
            List<RowProblem> errors,
            List<RowProblem> warnings,
            List<Money> totals,
            List<StageTotal> byStage) {}

    /** The accepted rows of one stage and currency. */
    public record StageTotal(String stage, String currency, long count, BigDecimal amount) {}
}
