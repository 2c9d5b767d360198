package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.PipelineLoader.Outcome;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What an import did, or would do, by file. */
public record ImportReport(boolean dryRun, List<FileReport> files, Outcome outcome) {

    /**
     * One file.
     *
     * @param rows how many there are
     * @param accepted how many of them came in
     * @param totals the amounts of the accepted rows, by currency
     * @param byStage the accepted rows as the file has them, to compare with its source
     * @param byOwner the same by the name or id that the source has for the owner
     */
    public record FileReport(
            String name,
            String format,
            String encoding,
            String delimiter,
            Detected detected,
            long rows,
            long accepted,
            List<RowProblem> errors,
            List<RowProblem> warnings,
            List<Money> totals,
            List<StageTotal> byStage,
            List<OwnerTotal> byOwner) {}

    /**
     * How a file was understood.
     *
     * @param headerLine the line that names the columns; those before it were left out
     * @param footerLines the lines behind the last row, which were left out
     * @param dates how dates are written, such as {@code M/d/yyyy}; ISO 8601 is always read too
     * @param decimal what stands before the decimals, {@code point} or {@code comma}
     */
    public record Detected(
            long headerLine, List<Long> footerLines, String dates, String decimal, List<ColumnReport> columns) {}

    /**
     * A column of the file.
     *
     * @param field what the format reads it as; starts with {@code ext.} when it is only kept, empty when it is
     *     left out
     * @param kind what stands in it
     * @param sample the first value
     * @param sum of its numbers in the accepted rows
     */
    public record ColumnReport(
            String header,
            Optional<String> field,
            Optional<String> kind,
            Optional<String> sample,
            Optional<BigDecimal> sum) {}

    /** The accepted rows of one stage and currency. */
    public record StageTotal(String stage, String currency, long count, BigDecimal amount) {}

    /** The accepted rows of one owner and currency. */
    public record OwnerTotal(String owner, String currency, long count, BigDecimal amount) {}
}
