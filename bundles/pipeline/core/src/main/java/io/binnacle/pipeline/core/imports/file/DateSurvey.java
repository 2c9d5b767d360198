package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.core.imports.file.Survey.Ambiguity;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds the style in which most of the dates of a file can be read. */
public final class DateSurvey {

    /**
     * @param style how the dates are written; ISO 8601 is read in any file
     * @param ambiguity when two styles fit equally well and mean different days
     */
    public record Result(DateStyle style, Optional<Ambiguity> ambiguity) {}

    private record Seen(long line, String text) {}

    private final LocalDate today;
    private final Map<DateStyle, Long> fitting = new EnumMap<>(DateStyle.class);
    private final Map<DateStyle, LocalDate> latest = new EnumMap<>(DateStyle.class);
    private Optional<Seen> twofold = Optional.empty();

    DateSurvey(LocalDate today) {
        this.today = today;
    }

    void add(long line, String text) {
        if (text.isEmpty()) {
            return;
        }
        String day = Moments.day(text);
        Optional<LocalDate> iso = DateStyle.ISO.parse(day);
        if (iso.isPresent()) {
            fits(DateStyle.ISO, iso.get());
            return;
        }
        for (DateStyle style : DateStyle.values()) {
            style.parse(day).ifPresent(date -> fits(style, date));
        }
        if (twofold.isEmpty() && !DateStyle.MONTH_DAY_YEAR.parse(day).equals(DateStyle.DAY_MONTH_YEAR.parse(day))) {
            twofold = Optional.of(new Seen(line, text));
        }
    }

    private void fits(DateStyle style, LocalDate date) {
        fitting.merge(style, 1L, Long::sum);
        if (!date.isAfter(today)) {
            latest.merge(style, date, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    LocalDate lastDay(Optional<DateStyle> choice) {
        LocalDate iso = latest.getOrDefault(DateStyle.ISO, LocalDate.MIN);
        LocalDate other = latest.getOrDefault(result(choice).style(), LocalDate.MIN);
        LocalDate last = iso.isAfter(other) ? iso : other;
        return last.equals(LocalDate.MIN) ? today : last;
    }

    Result result(Optional<DateStyle> choice) {
        return choice.map(style -> new Result(style, Optional.empty())).orElseGet(this::found);
    }

    private Result found() {
        DateStyle best = DateStyle.ISO;
        for (DateStyle style : DateStyle.values()) {
            if (style != DateStyle.ISO && count(style) > 0 && (best == DateStyle.ISO || count(style) > count(best))) {
                best = style;
            }
        }
        boolean tie = best == DateStyle.MONTH_DAY_YEAR && count(best) == count(DateStyle.DAY_MONTH_YEAR);
        return new Result(best, tie ? twofold.map(DateSurvey::ambiguity) : Optional.empty());
    }

    private long count(DateStyle style) {
        return fitting.getOrDefault(style, 0L);
    }

    private static Ambiguity ambiguity(Seen seen) {
        return new Ambiguity(
                seen.line(),
                seen.text(),
                "dates",
                "every date of the file can be read with the month or with the day first; say dates=%s or dates=%s"
                        .formatted(DateStyle.MONTH_DAY_YEAR.pattern(), DateStyle.DAY_MONTH_YEAR.pattern()));
    }
}
