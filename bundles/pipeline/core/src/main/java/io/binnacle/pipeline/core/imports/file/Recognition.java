package io.binnacle.pipeline.core.imports.file;

import static io.binnacle.pipeline.api.PipelineError.MISSING_COLUMN;
import static io.binnacle.pipeline.api.PipelineError.UNKNOWN_FILE;

import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.imports.file.CsvFile.Line;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Tells by its columns what a file is, and which of its first lines is the header. */
record Recognition(ImportFormat format, Line header) {

    // Below it, columns in common are chance.
    private static final double RECOGNISABLE = 0.65;

    /**
     * @throws io.binnacle.platform.api.error.PlatformException MISSING_COLUMN when the format is clear but a
     *     column is not there, UNKNOWN_FILE when it is not clear
     */
    static Recognition of(CsvFile file, List<ImportFormat> formats) {
        List<Line> lines = file.beginning();
        if (lines.isEmpty()) {
            throw UNKNOWN_FILE.because(
                    "%s is empty; it needs a header and rows. %s", file.name(), description(formats));
        }
        Recognition found = lines.stream()
                .flatMap(line -> formats.stream().map(format -> new Recognition(format, line)))
                .filter(candidate -> candidate.share() >= RECOGNISABLE)
                .max(Comparator.comparingInt(Recognition::found)
                        .thenComparing(Recognition::share)
                        .thenComparing(candidate -> -candidate.header.number()))
                .orElseThrow(() -> unknown(file, lines, formats));
        List<ImportColumn> missing = found.missing();
        if (!missing.isEmpty()) {
            throw MISSING_COLUMN.because(
                    "%s looks like %s, but has no column %s; its columns are: %s",
                    file.name(), found.format.name(), names(missing), String.join(", ", found.names()));
        }
        return found;
    }

    private static RuntimeException unknown(CsvFile file, List<Line> lines, List<ImportFormat> formats) {
        Line widest = lines.stream()
                .max(Comparator.comparingInt((Line line) -> line.fields().size())
                        .thenComparing(line -> -line.number()))
                .orElseThrow();
        return UNKNOWN_FILE.because(
                "%s is of no kind that is known. Its columns are: %s. Write a mapping for it, or bring one of these. %s",
                file.name(),
                String.join(", ", widest.fields().stream().map(String::strip).toList()),
                description(formats));
    }

    /** Which columns each format needs, in a sentence or two. */
    private static String description(List<ImportFormat> formats) {
        return formats.stream()
                .sorted(Comparator.comparing(ImportFormat::name))
                .map(format -> format.name() + " needs " + names(neededOf(format)))
                .collect(Collectors.joining("; ", "Known kinds: ", "."));
    }

    private List<String> names() {
        return header.fields().stream().map(String::strip).toList();
    }

    // The more columns fit, the less it is chance: a file with ten of a format's eleven is not of one that has two.
    private int found() {
        return needed() - missing().size();
    }

    private double share() {
        return (double) found() / Math.max(1, needed());
    }

    private int needed() {
        return neededOf(format).size();
    }

    private List<ImportColumn> missing() {
        List<String> names = names();
        return neededOf(format).stream()
                .filter(column -> !Layout.has(column, names))
                .toList();
    }

    private static List<ImportColumn> neededOf(ImportFormat format) {
        return format.columns().stream().filter(ImportColumn::needed).toList();
    }

    private static String names(List<ImportColumn> columns) {
        return columns.stream()
                .map(column -> String.join(" or ", column.headers()))
                .collect(Collectors.joining(", "));
    }
}
