package io.binnacle.pipeline.core.imports.file;

import static io.binnacle.pipeline.api.PipelineError.UNKNOWN_FILE;

import io.binnacle.pipeline.api.imports.ImportFormat;
import java.nio.file.Path;
import java.util.List;

/** A file whose format is known. */
public record ImportFile(CsvFile csv, ImportFormat format, Layout layout, Choices choices) {

    /**
     * Opens a file and tells what it is.
     *
     * @throws io.binnacle.platform.api.error.PlatformException UNREADABLE_FILE, UNKNOWN_FILE, MISSING_COLUMN
     */
    public static ImportFile open(String name, Path path, List<ImportFormat> formats, Choices choices) {
        List<ImportFormat> candidates = candidates(formats, choices);
        Choices opening = candidates.size() == 1 ? choices.or(Choices.of(candidates.get(0))) : choices;
        CsvFile csv = CsvFile.open(name, path, opening);
        Recognition found = Recognition.of(csv, candidates);
        return new ImportFile(
                csv,
                found.format(),
                Layout.of(name, found.header(), found.format()),
                choices.or(Choices.of(found.format())));
    }

    /** Its name. */
    public String name() {
        return csv.name();
    }

    /** Whether its rows tell of deals. */
    public boolean ofDeals() {
        return !format.dealColumns().isEmpty();
    }

    private static List<ImportFormat> candidates(List<ImportFormat> formats, Choices choices) {
        return choices.format()
                .map(name -> formats.stream()
                        .filter(format -> format.name().equals(name))
                        .findFirst()
                        .map(List::of)
                        .orElseThrow(() -> UNKNOWN_FILE.because(
                                "there is no format or mapping with the name '%s'; there are: %s",
                                name,
                                String.join(
                                        ", ",
                                        formats.stream()
                                                .map(ImportFormat::name)
                                                .sorted()
                                                .toList()))))
                .orElse(formats);
    }
}
