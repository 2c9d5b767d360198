package io.binnacle.pipeline.core.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file whose format is known. */
public record ImportFile(CsvFile csv, ImportFormat format) {

    /**
     * Opens a file and tells what it is.
     *
     * @throws io.binnacle.platform.api.error.PlatformException UNREADABLE_FILE, UNKNOWN_FILE, MISSING_COLUMN
     */
    public static ImportFile open(String name, byte[] bytes) {
        CsvFile csv = CsvFile.open(name, bytes);
        return new ImportFile(csv, ImportFormats.of(csv));
    }

    /** The system that the file comes from. */
    String system() {
        return format.name().substring(0, format.name().indexOf(' '));
    }

    /** What its rows bring, in their order. */
    List<Contribution> read(ImportContext context) {
        List<Row> rows = csv.lines().stream().map(line -> new Row(line, csv)).toList();
        List<Contribution> contributions = new ArrayList<>();
        // A row of another width has its values in the wrong columns: nothing more is said about it.
        rows.stream().filter(row -> !row.isGood()).map(Contribution::new).forEach(contributions::add);
        contributions.addAll(format.read(rows.stream().filter(Row::isGood).toList(), context));
        return contributions;
    }

    /** The columns that nobody reads, each as a warning. */
    List<RowProblem> ignoredColumns() {
        Set<String> read = Stream.concat(format.needed().stream(), format.optional().stream())
                .map(column -> column.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return csv.header().stream()
                .filter(column -> !read.contains(column.toLowerCase(Locale.ROOT)))
                .map(column -> new RowProblem(1, column, "COLUMN_IGNORED", column, "this column does not come in"))
                .toList();
    }
}
