package io.binnacle.platform.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.json.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars as those who live by them publish them. */
class PublishedCalendarsTest {

    private static final PeriodCalendar RETAIL = new WeekCalendar(
            WeekPattern.FOUR_FIVE_FOUR,
            Month.FEBRUARY,
            DayOfWeek.SATURDAY,
            YearEnd.NEAREST,
            YearName.BY_START,
            ZoneId.of("America/New_York"));

    @ParameterizedTest
    @CsvSource({
        "2022, 2022-01-30, 2023-01-28, 52",
        "2023, 2023-01-29, 2024-02-03, 53",
        "2024, 2024-02-04, 2025-02-01, 52",
        "2025, 2025-02-02, 2026-01-31, 52",
        "2017, 2017-01-29, 2018-02-03, 53",
        "2012, 2012-01-29, 2013-02-02, 53"
    })
    void the_national_retail_federations_years(int year, LocalDate start, LocalDate end, int weeks) {
        FiscalYear found = RETAIL.year(year);

        assertThat(found.start()).isEqualTo(start);
        assertThat(found.end()).isEqualTo(end);
        assertThat(found.periods(PeriodLevel.WEEK)).hasSize(weeks);
    }

    @Test
    void the_national_retail_federations_months_of_2023() {
        assertThat(RETAIL.year(2023).periods(PeriodLevel.PERIOD))
                .extracting(FiscalPeriod::start)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2023-01-29",
                        "2023-02-26",
                        "2023-04-02",
                        "2023-04-30",
                        "2023-05-28",
                        "2023-07-02",
                        "2023-07-30",
                        "2023-08-27",
                        "2023-10-01",
                        "2023-10-29",
                        "2023-11-26",
                        "2023-12-31");
        assertThat(RETAIL.quarterOf(LocalDate.of(2024, 2, 3)).name()).isEqualTo("2023-Q4");
    }

    // Apple: the last Saturday of September, 53 weeks in 2017 and 2023.
    @ParameterizedTest
    @CsvSource({"2017, 2017-09-30, 53", "2022, 2022-09-24, 52", "2023, 2023-09-30, 53", "2024, 2024-09-28, 52"})
    void a_year_that_ends_on_the_last_saturday_of_september(int year, LocalDate end, int weeks) {
        FiscalYear found = new WeekCalendar(
                        WeekPattern.FIVE_FOUR_FOUR,
                        Month.OCTOBER,
                        DayOfWeek.SATURDAY,
                        YearEnd.LAST,
                        YearName.BY_END,
                        ZoneOffset.UTC)
                .year(year);

        assertThat(found.end()).isEqualTo(end);
        assertThat(found.periods(PeriodLevel.WEEK)).hasSize(weeks);
    }

    // Costco: the Sunday nearest to the end of August, 53 weeks in 2023.
    @ParameterizedTest
    @CsvSource({"2022, 2022-08-28", "2023, 2023-09-03", "2024, 2024-09-01"})
    void a_year_that_ends_on_the_sunday_nearest_to_the_end_of_august(int year, LocalDate end) {
        var calendar = new WeekCalendar(
                WeekPattern.FOUR_FOUR_FIVE,
                Month.SEPTEMBER,
                DayOfWeek.SUNDAY,
                YearEnd.NEAREST,
                YearName.BY_END,
                ZoneOffset.UTC);

        assertThat(calendar.year(year).end()).isEqualTo(end);
    }

    @Test
    void periods_are_found_by_their_names() {
        PeriodCalendar july = new FiscalCalendar(Month.JULY, ZoneOffset.UTC);

        assertThat(july.period("2027-P1"))
                .isEqualTo(new FiscalPeriod(
                        PeriodLevel.PERIOD, 2027, 1, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)));
        assertThat(july.period("2027-H2").start()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(july.period("2027").end()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(july.period("2027-W53").end()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(RETAIL.period("2023-W53").start()).isEqualTo(LocalDate.of(2024, 1, 28));
        assertThatThrownBy(() -> RETAIL.period("2024-W53")).hasMessage("this fiscal calendar has no 2024-W53");
        assertThatThrownBy(() -> RETAIL.period("W40")).hasMessageContaining("2026-W40");
    }

    @Test
    void periods_between_two_days_are_those_that_have_one_of_them() {
        assertThat(RETAIL.periods(PeriodLevel.PERIOD, LocalDate.of(2023, 12, 31), LocalDate.of(2024, 2, 4)))
                .extracting(FiscalPeriod::name)
                .containsExactly("2023-P12", "2024-P1");
    }

    @Test
    void a_listed_calendar_has_what_it_lists_and_nothing_else() {
        var calendar = Json.read("""
                        {"kind": "LISTED", "zone": "Europe/Paris", "years": [
                          {"year": 2025, "quarters": [["2025-10-01", "2025-11-01"]], "end": "2025-12-31"},
                          {"year": 2026, "end": "2026-12-31", "quarters": [["2026-01-01", "2026-01-29", "2026-02-26"],
                            ["2026-03-26", "2026-05-01"], ["2026-07-01"], ["2026-10-01"]]}]}""", PeriodCalendar.class);

        assertThat(calendar.quarterOf(LocalDate.of(2025, 12, 31)).name()).isEqualTo("2025-Q1");
        assertThat(calendar.period("2026-P5").end()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(calendar.covers(LocalDate.of(2027, 1, 1))).isFalse();
        assertThatThrownBy(() -> calendar.yearOf(LocalDate.of(2027, 1, 1)))
                .hasMessageContaining("2025-10-01 to 2026-12-31");
        assertThat(calendar.periods(PeriodLevel.QUARTER, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 12, 31)))
                .hasSize(5);
        assertThat(Json.read(Json.write(calendar), PeriodCalendar.class)).isEqualTo(calendar);
    }

    @Test
    void years_that_leave_a_gap_are_refused() {
        FiscalYear first = new FiscalYear(2025, List.of(List.of(LocalDate.of(2025, 1, 1))), LocalDate.of(2025, 12, 31));
        FiscalYear late = new FiscalYear(2026, List.of(List.of(LocalDate.of(2026, 1, 2))), LocalDate.of(2026, 12, 31));

        assertThatThrownBy(() -> new ListedCalendar(List.of(first, late), ZoneOffset.UTC))
                .hasMessageContaining("2026-01-01");
    }
}
