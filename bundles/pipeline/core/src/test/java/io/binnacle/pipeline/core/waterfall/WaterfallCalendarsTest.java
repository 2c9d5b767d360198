package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static io.binnacle.pipeline.core.Given.deal;
import static io.binnacle.pipeline.core.Given.state;
import static io.binnacle.pipeline.core.waterfall.WaterfallServer.buckets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.NamedCalendar;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledTargets;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.FiscalYear;
import io.binnacle.platform.api.time.ListedCalendar;
import io.binnacle.platform.api.time.PeriodCalendar;
import io.binnacle.platform.api.time.WeekCalendar;
import io.binnacle.platform.api.time.WeekPattern;
import io.binnacle.platform.api.time.YearEnd;
import io.binnacle.platform.api.time.YearName;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waterfalls and targets in the periods of the tenant's calendar, whichever that is. */
class WaterfallCalendarsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String WINDOW = "from=2026-10-05&to=2026-11-02";

    private static StoredCalendars calendars;
    private static WaterfallServer server;

    @BeforeAll
    static void start() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(
                                Given.team(),
                                deal("1", state("2026-08-01", "Ann", OPEN, "1 EUR", "2026-10-31")),
                                deal("2", state("2026-08-01", "Ann", OPEN, "20 EUR", "2026-11-28")),
                                deal("3", state("2026-08-01", "Ann", OPEN, "300 EUR", "2026-11-29")),
                                deal("4", state("2026-08-01", "Ann", OPEN, "4000 EUR", "2027-01-30"))),
                        Given.SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        calendars = new StoredCalendars(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        server = new WaterfallServer(db);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void periods_are_those_of_the_standard_calendar() {
        // The retail year 2026 goes from 1 February 2026 to 30 January 2027, its tenth period to 28 November.
        standard(
                "retail",
                new WeekCalendar(
                        WeekPattern.FOUR_FIVE_FOUR,
                        Month.FEBRUARY,
                        DayOfWeek.SATURDAY,
                        YearEnd.NEAREST,
                        YearName.BY_START,
                        ZoneOffset.UTC));

        JsonNode quarter = server.json("?" + WINDOW);

        assertThat(quarter.get("period").toString())
                .isEqualTo("{\"first\":\"2026-11-01\",\"last\":\"2027-01-30\",\"name\":\"2026-Q4\"}");
        assertThat(buckets(quarter.get("top"))).isEqualTo(Map.of("opening", "4320", "closing", "4320"));
        assertThat(buckets(server.json("?period=2026-P10&" + WINDOW).get("top")))
                .isEqualTo(Map.of("opening", "20", "closing", "20"));
        assertThat(buckets(server.json("?period=2026&" + WINDOW).get("top"))).containsEntry("closing", "4321");
    }

    @Test
    void a_year_that_is_listed_has_the_quarters_that_it_lists() {
        LocalDate april = LocalDate.parse("2026-04-01");
        standard(
                "short year",
                new ListedCalendar(
                        List.of(new FiscalYear(
                                2026,
                                List.of(List.of(april), List.of(april.plusMonths(3)), List.of(april.plusMonths(6))),
                                LocalDate.parse("2026-11-30"))),
                        ZoneOffset.UTC));
        UUID ann = new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals("Ann"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        JournaledTargets targets = new JournaledTargets(db.database(), db.journal(), db.clock(), Given.SETTINGS);

        assertThat(buckets(server.json("?" + WINDOW).get("top"))).containsEntry("closing", "321");
        assertThat(server.get("?period=2026-Q4&" + WINDOW).body()).contains("this fiscal calendar has no 2026-Q4");
        assertThat(server.get("?from=2026-01-01&to=2026-02-01").body())
                .startsWith("INVALID_WINDOW: this fiscal calendar lists no year with 2026-02-01");
        assertThat(targets.set(ann, Target.Metric.BOOKED, "2026-Q3", Given.money("5 EUR"), Given.SELLER, "")
                        .quarter())
                .isEqualTo("2026-Q3");
        assertThatThrownBy(
                        () -> targets.set(ann, Target.Metric.BOOKED, "2026-Q4", Given.money("5 EUR"), Given.SELLER, ""))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("this fiscal calendar has no 2026-Q4");
    }

    private static void standard(String name, PeriodCalendar calendar) {
        calendars.create(new NamedCalendar(new UUID(0, 1), name, true, calendar, 0), Given.SELLER, "test");
    }
}
