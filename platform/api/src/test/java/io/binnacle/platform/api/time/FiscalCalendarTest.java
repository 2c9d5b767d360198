package io.binnacle.platform.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FiscalCalendarTest {

    private static final FiscalCalendar JANUARY = new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC);
    private static final FiscalCalendar JULY = new FiscalCalendar(Month.JULY, ZoneId.of("Australia/Sydney"));

    @Test
    void a_year_from_january_is_the_calendar_year() {
        assertThat(JANUARY.quarterOf(LocalDate.of(2026, 11, 23)))
                .isEqualTo(new FiscalQuarter(2026, 4, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
        assertThat(JANUARY.quarterOf(LocalDate.of(2026, 1, 1)).name()).isEqualTo("2026-Q1");
    }

    @Test
    void a_year_is_named_by_the_calendar_year_in_which_it_ends() {
        assertThat(JULY.quarterOf(LocalDate.of(2026, 7, 1)))
                .isEqualTo(new FiscalQuarter(2027, 1, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        assertThat(JULY.quarterOf(LocalDate.of(2026, 6, 30)).name()).isEqualTo("2026-Q4");
        assertThat(JULY.quarterOf(LocalDate.of(2027, 2, 28)).end()).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @Test
    void days_end_in_the_calendars_zone() {
        assertThat(JULY.quarterOf(Instant.parse("2026-09-30T14:30:00Z")).name()).isEqualTo("2027-Q2");
        assertThat(JANUARY.endOf(LocalDate.of(2026, 10, 5))).isEqualTo(Instant.parse("2026-10-05T23:59:59.999999Z"));
    }

    @Test
    void names_are_read_back() {
        assertThat(FiscalQuarter.parse("2027-Q2", JULY)).isEqualTo(JULY.quarter(2027, 2));
        assertThatThrownBy(() -> FiscalQuarter.parse("Q2 2027", JULY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-Q4");
    }
}
