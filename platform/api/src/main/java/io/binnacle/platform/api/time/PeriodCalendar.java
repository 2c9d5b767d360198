package io.binnacle.platform.api.time;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A fiscal calendar: years without gap or overlap, cut into halves, quarters, periods and weeks, with days that
 * end in a declared zone. Calendars are immutable values; in JSON their {@code kind} is {@code MONTHS},
 * {@code WEEKS} or {@code LISTED}.
 *
 * <p>Every method that takes a day, a year or a name throws {@link IllegalArgumentException}, with a sentence
 * for a person, when the calendar has no such thing.
 */
@ProviderType
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FiscalCalendar.class, name = "MONTHS"),
    @JsonSubTypes.Type(value = WeekCalendar.class, name = "WEEKS"),
    @JsonSubTypes.Type(value = ListedCalendar.class, name = "LISTED")
})
public interface PeriodCalendar {

    /** Where days begin and end. */
    ZoneId zone();

    /** One fiscal year by its number. */
    FiscalYear year(int year);

    /** The fiscal year that contains {@code date}. */
    FiscalYear yearOf(LocalDate date);

    /** Whether {@code date} lies in a year of this calendar; only a listed one may end. */
    default boolean covers(LocalDate date) {
        return true;
    }

    /** The period of a level that contains {@code date}; there is exactly one. */
    default FiscalPeriod periodOf(PeriodLevel level, LocalDate date) {
        return yearOf(date).periods(level).stream()
                .filter(period -> period.contains(date))
                .findFirst()
                .orElseThrow();
    }

    /** The period that {@code name} names, such as {@code 2026-P10}. */
    default FiscalPeriod period(String name) {
        Matcher match = Names.PERIOD.matcher(name);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "a fiscal period is written like 2026, 2026-H1, 2026-Q4, 2026-P10 or 2026-W40, not '" + name + "'");
        }
        return year(Integer.parseInt(match.group(1))).periods(Names.level(match)).stream()
                .filter(period -> period.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this fiscal calendar has no " + name));
    }

    /** The periods of a level that have a day between {@code from} and {@code to}, both included. */
    default List<FiscalPeriod> periods(PeriodLevel level, LocalDate from, LocalDate to) {
        int last = yearOf(to).year();
        return Stream.iterate(
                        yearOf(from),
                        year -> year.year() <= last,
                        year -> yearOf(year.end().plusDays(1)))
                .limit(last - yearOf(from).year() + 1L)
                .flatMap(year -> year.periods(level).stream())
                .filter(period ->
                        !period.end().isBefore(from) && !period.start().isAfter(to))
                .toList();
    }

    /** The fiscal quarter that contains {@code date}. */
    default FiscalQuarter quarterOf(LocalDate date) {
        return FiscalQuarter.of(periodOf(PeriodLevel.QUARTER, date));
    }

    /** The fiscal quarter that contains {@code instant} in this calendar's zone. */
    default FiscalQuarter quarterOf(Instant instant) {
        return quarterOf(LocalDate.ofInstant(instant, zone()));
    }

    /** The fiscal quarter that {@code name} names, such as {@code 2026-Q4}. */
    default FiscalQuarter quarter(String name) {
        if (!Names.QUARTER.matcher(name).matches()) {
            throw new IllegalArgumentException("a fiscal quarter is written like 2026-Q4, not '" + name + "'");
        }
        return FiscalQuarter.of(period(name));
    }

    /** The first instant of {@code date} in this calendar's zone. */
    default Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone()).toInstant();
    }

    /** The last instant of {@code date} in this calendar's zone, to the microsecond that storage keeps. */
    default Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1)).minusNanos(1000);
    }

    /** How periods are written. */
    final class Names {

        private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-([HQPW])([1-9]\\d?))?");
        private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");

        private Names() {}

        private static PeriodLevel level(Matcher match) {
            String letter = match.group(2) == null ? "" : match.group(2);
            return Stream.of(PeriodLevel.values())
                    .filter(level -> level.letter().equals(letter))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
