package io.binnacle.pipeline.core.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest day that a file tells of. A prospect has no date of its own; that it was one on this day is all
 * that is known of it.
 */
final class MavenSnapshotDay {

    private final LocalDate day;

    MavenSnapshotDay(List<Row> rows, ImportContext context) {
        day = rows.stream()
                .flatMap(row -> Stream.of(row.text("engage_date"), row.text("close_date")))
                .flatMap(text -> text.flatMap(MavenSnapshotDay::date).stream())
                .filter(date -> !date.isAfter(context.today()))
                .max(LocalDate::compareTo)
                .orElse(context.today());
    }

    LocalDate day() {
        return day;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
