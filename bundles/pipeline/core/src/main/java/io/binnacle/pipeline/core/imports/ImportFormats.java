package io.binnacle.pipeline.core.imports;

import static io.binnacle.pipeline.api.PipelineError.MISSING_COLUMN;
import static io.binnacle.pipeline.api.PipelineError.UNKNOWN_FILE;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats there are. */
final class ImportFormats {

    private static final List<ImportFormat> ALL = List.of(
            new MavenAccounts(),
            new MavenProducts(),
            new MavenSalesTeams(),
            new MavenSalesPipeline(),
            new SalesforceOpportunities());

    // Below it, columns in common are chance.
    private static final double RECOGNISABLE = 0.65;

    private ImportFormats() {}

    /**
     * The format of a file.
     *
     * @throws io.binnacle.platform.api.error.PlatformException MISSING_COLUMN when the format is clear but a
     *     column is not there, UNKNOWN_FILE when it is not clear
     */
    static ImportFormat of(CsvFile file) {
        ImportFormat closest = ALL.stream()
                .max(Comparator.comparingDouble((ImportFormat format) -> share(format, file))
                        .thenComparing(format -> format.needed().size()))
                .orElseThrow();
        if (share(closest, file) < RECOGNISABLE) {
            throw UNKNOWN_FILE.because(
                    "%s is of no kind that is known. Its columns are: %s. %s",
                    file.name(), String.join(", ", file.header()), description());
        }
        List<String> missing = missing(closest, file);
        if (!missing.isEmpty()) {
            throw MISSING_COLUMN.because(
                    "%s looks like %s, but has no column %s; its columns are: %s",
                    file.name(), closest.name(), String.join(", ", missing), String.join(", ", file.header()));
        }
        return closest;
    }

    /** Which columns each format needs, in a sentence or two. */
    static String description() {
        return ALL.stream()
                .map(format -> format.name() + " needs " + String.join(", ", format.needed()))
                .collect(Collectors.joining("; ", "Known kinds: ", "."));
    }

    private static double share(ImportFormat format, CsvFile file) {
        return 1 - (double) missing(format, file).size() / format.needed().size();
    }

    private static List<String> missing(ImportFormat format, CsvFile file) {
        return format.needed().stream()
                .filter(column -> !file.columns().containsKey(column.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
