package io.binnacle.pipeline.core.imports;

import static io.binnacle.pipeline.api.PipelineError.UNKNOWN_FILE;
import static io.binnacle.pipeline.api.PipelineError.UNREADABLE_FILE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of separated values with a header.
 *
 * @param columns where each column of the header stands, by its name in lower case
 */
record CsvFile(
        String name, DecodedText content, Delimiter delimiter, List<String> header, Map<String, Integer> columns) {

    /** A record of the file. */
    record Line(long number, List<String> fields) {}

    /** @throws io.binnacle.platform.api.error.PlatformException UNREADABLE_FILE, UNKNOWN_FILE */
    static CsvFile open(String name, byte[] bytes) {
        DecodedText content = DecodedText.of(name, bytes);
        Delimiter delimiter = Delimiter.of(content.text());
        List<String> header = header(name, content.text(), delimiter);
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (columns.put(header.get(i).toLowerCase(Locale.ROOT), i) != null) {
                throw UNKNOWN_FILE.because("%s has the column '%s' twice; rename or remove one", name, header.get(i));
            }
        }
        return new CsvFile(name, content, delimiter, header, columns);
    }

    /** The records behind the header. */
    List<Line> lines() {
        try (CsvReader<CsvRecord> reader = reader(content.text(), delimiter)) {
            List<Line> lines = new ArrayList<>();
            for (CsvRecord line : reader) {
                lines.add(new Line(line.getStartingLineNumber(), line.getFields()));
            }
            return lines.subList(1, lines.size());
        } catch (CsvParseException e) {
            throw unreadable(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> header(String name, String text, Delimiter delimiter) {
        try (CsvReader<CsvRecord> reader = reader(text, delimiter)) {
            Optional<CsvRecord> first = reader.stream().findFirst();
            return first
                    .orElseThrow(() -> UNKNOWN_FILE.because(
                            "%s is empty; it needs a header and rows. %s", name, ImportFormats.description()))
                    .getFields()
                    .stream()
                    .map(String::strip)
                    .toList();
        } catch (CsvParseException e) {
            throw unreadable(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException unreadable(String name, CsvParseException e) {
        return UNREADABLE_FILE
                .because("%s breaks the rules of CSV, perhaps by a quote that is not closed: %s", name, reason(e))
                .causedBy(e);
    }

    private static String reason(CsvParseException e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + ": " + e.getCause().getMessage();
    }

    private static CsvReader<CsvRecord> reader(String text, Delimiter delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }
}
