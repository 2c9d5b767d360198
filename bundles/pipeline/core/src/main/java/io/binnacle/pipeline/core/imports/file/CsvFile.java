package io.binnacle.pipeline.core.imports.file;

import static io.binnacle.pipeline.api.PipelineError.UNREADABLE_FILE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A file of separated values, read from the disk as it goes. */
public record CsvFile(String name, Path path, Encoding encoding, Delimiter delimiter) {

    private static final int BEGINNING = 1 << 16;
    private static final int FIRST_RECORDS = 40;

    /** A record of the file. */
    public record Line(long number, List<String> fields) {}

    /** @throws io.binnacle.platform.api.error.PlatformException UNREADABLE_FILE */
    static CsvFile open(String name, Path path, Choices choices) {
        Encoding encoding = Encoding.of(name, path, choices.encoding());
        Delimiter delimiter = choices.delimiter().orElseGet(() -> Delimiter.of(beginning(path, encoding)));
        return new CsvFile(name, path, encoding, delimiter);
    }

    /** The first records, among which the header is. */
    List<Line> beginning() {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader()) {
            for (CsvRecord line : reader) {
                lines.add(new Line(line.getStartingLineNumber(), line.getFields()));
                if (lines.size() == FIRST_RECORDS) {
                    break;
                }
            }
            return lines;
        } catch (CsvParseException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every record behind a line, in the order of the file. */
    public void forEach(long after, Consumer<Line> each) {
        try (CsvReader<CsvRecord> reader = reader()) {
            for (CsvRecord line : reader) {
                if (line.getStartingLineNumber() > after) {
                    each.accept(new Line(line.getStartingLineNumber(), line.getFields()));
                }
            }
        } catch (CsvParseException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RuntimeException unreadable(CsvParseException e) {
        String reason = e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + ": " + e.getCause().getMessage();
        return UNREADABLE_FILE
                .because("%s breaks the rules of CSV, perhaps by a quote that is not closed: %s", name, reason)
                .causedBy(e);
    }

    private CsvReader<CsvRecord> reader() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(encoding.reader(path));
    }

    private static String beginning(Path path, Encoding encoding) {
        try (Reader reader = encoding.reader(path)) {
            char[] text = new char[BEGINNING];
            int length = Math.max(0, reader.read(text, 0, BEGINNING));
            return new String(text, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
