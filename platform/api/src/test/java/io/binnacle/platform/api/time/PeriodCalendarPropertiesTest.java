package io.binnacle.platform.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every fiscal calendar that follows a rule, on every day of two centuries. */
class PeriodCalendarPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);

    @Property(seed = "1")
    void every_day_is_in_exactly_one_period_of_each_level(
            @ForAll("calendars") PeriodCalendar calendar, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        List<FiscalPeriod> around = calendar.periods(level, day.minusDays(500), day.plusDays(500));

        assertThat(around).filteredOn(period -> period.contains(day)).containsExactly(calendar.periodOf(level, day));
    }

    @Property(seed = "1")
    void the_periods_of_each_level_cover_the_year_without_gap_or_overlap(
            @ForAll("calendars") PeriodCalendar calendar, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        FiscalYear year = calendar.yearOf(day);
        List<FiscalPeriod> periods = year.periods(level);

        assertThat(periods.get(0).start()).isEqualTo(year.start());
        assertThat(periods.get(periods.size() - 1).end()).isEqualTo(year.end());
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).start())
                    .isEqualTo(periods.get(i - 1).end().plusDays(1));
        }
        assertThat(calendar.year(year.year() + 1).start()).isEqualTo(year.end().plusDays(1));
    }

    @Property(seed = "1")
    void a_period_is_found_again_by_its_name(
            @ForAll("calendars") PeriodCalendar calendar, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        FiscalPeriod period = calendar.periodOf(level, day);

        assertThat(calendar.period(period.name())).isEqualTo(period);
        assertThat(calendar.quarterOf(day).contains(day)).isTrue();
    }

    @Property(seed = "1")
    void years_of_weeks_have_52_or_53_whole_ones(
            @ForAll("weekCalendars") PeriodCalendar calendar, @ForAll("days") LocalDate day) {
        List<FiscalPeriod> weeks = calendar.yearOf(day).periods(PeriodLevel.WEEK);

        assertThat(weeks)
                .hasSizeBetween(52, 53)
                .allMatch(week -> week.start().plusDays(6).equals(week.end()));
    }

    @Provide
    Arbitrary<PeriodCalendar> calendars() {
        Arbitrary<PeriodCalendar> months =
                Arbitraries.of(Month.class).map(month -> new FiscalCalendar(month, ZoneOffset.UTC));
        return Arbitraries.oneOf(months, weekCalendars());
    }

    @Provide
    Arbitrary<PeriodCalendar> weekCalendars() {
        return Combinators.combine(
                        Arbitraries.of(WeekPattern.class),
                        Arbitraries.of(Month.class),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.of(YearEnd.class),
                        Arbitraries.of(YearName.class))
                .as((pattern, month, day, end, name) ->
                        new WeekCalendar(pattern, month, day, end, name, ZoneOffset.UTC));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 200 * 365).map(FIRST::plusDays);
    }
}
