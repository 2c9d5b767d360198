package io.binnacle.pipeline.core.imports.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** A day with a time of the day, as systems write it. */
record Moments(DateStyle style, ZoneId zone) {

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]Z");
    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[h:mm:ss a][h:mm a][H:mm:ss.SSS][H:mm:ss][H:mm]")
            .toFormatter(Locale.ENGLISH);

    /** The part of a text that is the day. */
    static String day(String text) {
        if (text.length() <= 10) {
            return text;
        }
        int end = text.indexOf(' ');
        if (end < 0 && text.charAt(10) == 'T') {
            end = 10;
        }
        return end < 0 ? text : text.substring(0, end);
    }

    /** A day; a time behind it is left out. */
    Optional<LocalDate> date(String text) {
        String day = day(text);
        return DateStyle.ISO.parse(day).or(() -> style.parse(day));
    }

    /** A moment; in the import's zone unless the text names another. */
    Optional<Instant> time(String text) {
        Optional<LocalDate> day = date(text);
        try {
            return day.map(date -> time(date, text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Instant time(LocalDate date, String text) {
        String day = day(text);
        if (day.length() == text.length()) {
            return date.atStartOfDay(zone).toInstant();
        }
        if (text.charAt(day.length()) == 'T') {
            return iso(text);
        }
        LocalTime clock = LocalTime.parse(text.substring(day.length()).strip(), CLOCK);
        return date.atTime(clock).atZone(zone).toInstant();
    }

    private Instant iso(String text) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        if (text.length() == 19) {
            return java.time.LocalDateTime.parse(text).atZone(zone).toInstant();
        }
        return text.charAt(text.length() - 3) == ':'
                ? OffsetDateTime.parse(text).toInstant()
                : OffsetDateTime.parse(text, OFFSET).toInstant();
    }
}
