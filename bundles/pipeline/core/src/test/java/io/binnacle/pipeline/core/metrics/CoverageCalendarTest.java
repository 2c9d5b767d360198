package io.binnacle.pipeline.core.metrics;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.deal;
import static io.binnacle.pipeline.core.Given.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.NamedCalendar;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.metrics.Coverage;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledTargets;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.qualification.JournaledQualifications;
import io.binnacle.pipeline.core.qualification.QualificationSettings;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalYear;
import io.binnacle.platform.api.time.ListedCalendar;
import io.binnacle.platform.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coverage by a calendar that lists a single year, of two quarters: October to 15 November, and the rest of it. */
class CoverageCalendarTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    @Test
    void its_quarter_is_that_of_the_standard_calendar_and_what_no_year_lists_is_no_experience() {
        LocalDate october = LocalDate.parse("2026-10-01");
        ListedCalendar calendar = new ListedCalendar(
                List.of(new FiscalYear(
                        2026,
                        List.of(List.of(october), List.of(LocalDate.parse("2026-11-16"))),
                        LocalDate.parse("2026-12-31"))),
                ZoneOffset.UTC);
        new StoredCalendars(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .create(new NamedCalendar(new UUID(0, 1), "listed", true, calendar, 0), SELLER, "");
        UUID ann = load();

        Coverage coverage =
                metrics().coverage(Optional.of(ann), calendar.quarter("2026-Q1"), Optional.empty(), AsOf.LATEST);

        assertThat(coverage.open()).isEqualTo(money("30 USD"));
        assertThat(coverage.onQuota()).contains(.3);
        assertThat(coverage.requirement()).isEmpty();
    }

    private static UUID load() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(
                                Given.team(),
                                deal("in", state("30 USD", "2026-11-15")),
                                deal("after", state("500 USD", "2026-11-16"))),
                        SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        UUID ann = new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals("Ann"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        new JournaledTargets(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .set(ann, Target.Metric.BOOKED, "2026-Q1", money("100 USD"), SELLER, "");
        return ann;
    }

    private static DealState state(String amount, String closeDate) {
        return Given.state("2026-10-02", "Ann", OpportunityStatus.OPEN, amount, closeDate);
    }

    private static RecordedMetrics metrics() {
        QualificationSettings weights = new QualificationSettings(new int[] {15, 15, 10, 10, 10, 15, 15, 10}, 60);
        return new RecordedMetrics(
                db.database(),
                db.journal(),
                db.clock(),
                Given.SETTINGS,
                new MetricsSettings(new MetricsSettings.Limits(
                        new BigDecimal(25_000), new BigDecimal(250_000), 60, 20, true, 365, 4)),
                new JournaledQualifications(db.database(), db.journal(), db.clock(), Given.SETTINGS, weights));
    }
}
