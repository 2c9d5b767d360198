package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.core.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.HierarchyMode;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both ends of waterfalls, at any valid and known time, against the deals as the journal's events make them. */
class WaterfallAgainstJournalTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final int DEALS = 80;
    private static final int CORRECTIONS = 120;
    private static final int WINDOWS = 60;
    private static final ClosingPeriod PERIOD =
            new ClosingPeriod("2026-Q4", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31"));

    private static final Random random = new Random(7);
    private static JournaledOpportunities opportunities;

    @BeforeAll
    static void load() {
        opportunities = new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
        List<DealHistory> deals = new ArrayList<>();
        for (int number = 0; number < DEALS; number++) {
            deals.add(Given.deal(String.valueOf(number), states()));
        }
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(Given.team(), deals.toArray(DealHistory[]::new)),
                        Given.SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        for (int number = 0; number < CORRECTIONS; number++) {
            db.clock().advance(Duration.ofHours(1));
            correct();
        }
    }

    @Test
    void opening_and_closing_are_what_the_events_say_was_open_then() {
        int open = 0;
        for (int number = 0; number < WINDOWS; number++) {
            Instant from = Given.instant("2026-06-01").plus(Duration.ofHours(random.nextInt(24 * 140)));
            Instant to = from.plus(Duration.ofHours(random.nextInt(24 * 60)));
            Instant knownAt = TestClock.START.plus(Duration.ofMinutes(random.nextInt(60 * CORRECTIONS)));
            for (Mode mode : Mode.values()) {
                Waterfall waterfall = waterfall(from, to, knownAt, mode);

                assertThat(waterfall.checks().violations()).isEmpty();
                open += assertEnd(waterfall, WaterfallBucket.OPENING, new AsOf(from, knownAt));
                open += assertEnd(waterfall, WaterfallBucket.CLOSING, new AsOf(to, knownAt));
            }
        }
        assertThat(open).isGreaterThan(1_000);
    }

    private static int assertEnd(Waterfall waterfall, WaterfallBucket end, AsOf asOf) {
        List<Opportunity> open = opportunities.list(OpportunityFilter.of(OpportunityStatus.OPEN), asOf).stream()
                .filter(deal -> deal.category() != ForecastCategory.OMITTED)
                .filter(deal -> deal.closeDate().filter(PERIOD::contains).isPresent())
                .toList();
        assertThat(waterfall.top().part(end).count()).isEqualTo(open.size());
        assertThat(waterfall.top().part(end).amount().amount())
                .isEqualByComparingTo(open.stream()
                        .flatMap(deal -> deal.amount().stream())
                        .map(money -> money.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return open.size();
    }

    private static Waterfall waterfall(Instant from, Instant to, Instant knownAt, Mode mode) {
        return new ExactWaterfalls(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .waterfall(
                        new WaterfallQuery(
                                from,
                                to,
                                knownAt,
                                Optional.of(PERIOD),
                                Optional.empty(),
                                mode,
                                HierarchyMode.AS_WAS,
                                Optional.empty()),
                        OptionalInt.empty());
    }

    /** Up to six open states, now and then an end. */
    private static DealState[] states() {
        List<DealState> states = new ArrayList<>();
        LocalDate since = LocalDate.parse("2026-05-01").plusDays(random.nextInt(60));
        for (int i = random.nextInt(6); i >= 0; i--) {
            String owner = random.nextBoolean() ? "Ann" : "Bob";
            String amount = random.nextInt(100_000) + "." + (10 + random.nextInt(90)) + " EUR";
            boolean last = i == 0 && random.nextInt(3) == 0;
            String close = last ? since.toString() : close();
            OpportunityStatus status = last ? OpportunityStatus.WON : OpportunityStatus.OPEN;
            states.add(Given.state(since.toString(), owner, status, amount, close));
            since = since.plusDays(1 + random.nextInt(25));
        }
        return states.toArray(DealState[]::new);
    }

    /** A late correction of an open deal, or a removal. */
    private static void correct() {
        List<Opportunity> open = opportunities.list(OpportunityFilter.of(OpportunityStatus.OPEN), AsOf.LATEST);
        Opportunity deal = open.get(random.nextInt(open.size()));
        if (random.nextInt(10) == 0) {
            opportunities.delete(deal.id(), deal.version(), Given.SELLER, "a duplicate");
            return;
        }
        LocalDate since = LocalDate.parse("2026-07-01").plusDays(random.nextInt(120));
        opportunities.change(
                deal.id(),
                deal.version(),
                json("{'closeDate': '" + close() + "'}"),
                Optional.of(since).filter(day -> day.isAfter(LocalDate.parse("2026-07-15"))),
                Given.SELLER,
                "corrected");
    }

    private static String close() {
        return LocalDate.parse("2026-11-03").plusDays(random.nextInt(90)).toString();
    }
}
