package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.api.imports.ImportColumn;
import io.binnacle.pipeline.core.imports.file.CsvFile.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a first reading of all rows tells: where the rows end, and in which form dates and numbers are written.
 *
 * @param rows how many there are
 * @param lastLine the line of the last row; what stands behind it is a footer
 * @param footer the lines of the footer
 * @param lastDay the latest day up to today in any date column
 * @param samples a first value for each column of the header that has one
 */
public record Survey(
        long rows,
        long lastLine,
        List<Long> footer,
        DateSurvey.Result dates,
        NumberSurvey.Result numbers,
        LocalDate lastDay,
        Map<String, String> samples) {

    /** Reads a file once, from its first row to its end. */
    public static Survey of(ImportFile file, LocalDate today) {
        Reading reading = new Reading(file, today);
        file.csv().forEach(file.layout().line(), reading::read);
        return reading.survey();
    }

    private static final class Reading {

        private final ImportFile file;
        private final DateSurvey dates;
        private final NumberSurvey numbers = new NumberSurvey();
        private final Samples samples;
        private final List<Long> narrow = new ArrayList<>();
        private long rows;
        private long lastLine;

        Reading(ImportFile file, LocalDate today) {
            this.file = file;
            this.dates = new DateSurvey(today);
            this.samples = new Samples(file.layout());
            this.lastLine = file.layout().line();
        }

        void read(Line line) {
            if (isNarrow(line)) {
                narrow.add(line.number());
                return;
            }
            rows += narrow.size() + 1;
            narrow.clear();
            lastLine = line.number();
            samples.add(line);
            for (ImportColumn column : file.layout().columns()) {
                read(column, line);
            }
        }

        private void read(ImportColumn column, Line line) {
            int place = file.layout().places().get(column.name());
            String text =
                    place < line.fields().size() ? line.fields().get(place).strip() : "";
            switch (column.kind()) {
                case DATE, TIME -> dates.add(line.number(), text);
                case NUMBER -> numbers.add(line.number(), text);
                case TEXT, FLAG -> {}
            }
        }

        // A line with one text where a row has many: a title or a note, if nothing but such lines follows.
        private boolean isNarrow(Line line) {
            int width = file.layout().names().size();
            return width > 2
                    && line.fields().size() < width
                    && line.fields().stream().filter(field -> !field.isBlank()).count() <= 1;
        }

        Survey survey() {
            Choices choices = file.choices();
            return new Survey(
                    rows,
                    lastLine,
                    List.copyOf(narrow),
                    dates.result(choices.dates()),
                    numbers.result(choices.numbers()),
                    dates.lastDay(choices.dates()),
                    samples.found());
        }
    }

    /** What stands in the file that can be read in two ways. */
    public Optional<Ambiguity> ambiguity() {
        return dates.ambiguity().or(numbers::ambiguity);
    }

    /** A text that could mean two things, while nothing in the file tells which. */
    public record Ambiguity(long line, String value, String parameter, String detail) {}
}
