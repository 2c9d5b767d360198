package io.binnacle.pipeline.core.history;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingProjectionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int DEALS = 12;
    private static final int DAYS = 25;

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
    private final Random random = new Random(7);

    @BeforeEach
    void many_deals_change_in_time_and_late() {
        db.clock().set(TestClock.START);
        db.database().useTransaction(handle -> {
            handle.execute("delete from pipeline.opportunity");
            handle.execute("delete from pipeline.standing");
        });
        List<UUID> deals = LongStream.range(0, DEALS)
                .mapToObj(i -> create("Deal " + i).id())
                .toList();
        for (int day = 1; day < DAYS; day++) {
            db.clock().advance(DAY);
            for (UUID deal : deals) {
                if (random.nextInt(3) > 0) {
                    change(deal, random.nextInt(3) == 0 ? Optional.of(today(random.nextInt(day))) : Optional.empty());
                }
            }
        }
    }

    @Test
    void at_every_valid_and_known_time_each_deal_stands_as_its_events_say() {
        assertEveryPointInBothTimes();
    }

    @Test
    void what_was_recorded_before_there_were_standings_is_made_up_for() {
        db.database().useTransaction(handle -> {
            handle.execute("delete from pipeline.standing");
            handle.execute("update pipeline.opportunity set recorded_at = 'infinity'");
        });

        new StandingProjection(db.database(), db.journal()).complete();

        assertEveryPointInBothTimes();
    }

    private void assertEveryPointInBothTimes() {
        for (int valid = -1; valid <= DAYS; valid++) {
            for (int known = -1; known <= DAYS; known++) {
                AsOf asOf = new AsOf(noon(valid), noon(known));
                assertThat(standing(asOf)).as("at %s", asOf).isEqualTo(folded(asOf));
            }
        }
        assertThat(standing(AsOf.LATEST)).isEqualTo(folded(AsOf.LATEST));
    }

    private static Instant noon(int day) {
        return TestClock.START.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(3));
    }

    private record Facts(String stage, Optional<?> amount, Optional<LocalDate> closeDate, boolean deleted) {}

    private static Map<UUID, Facts> standing(AsOf asOf) {
        return db.database().read(handle -> Standings.at(handle, asOf).stream()
                .collect(Collectors.toMap(
                        Standing::id, at -> new Facts(at.stage(), at.amount(), at.closeDate(), at.deleted()))));
    }

    private static Map<UUID, Facts> folded(AsOf asOf) {
        return db.database().read(handle -> ids().stream()
                .flatMap(id -> db.journal().state(new EntityRef(Entities.OPPORTUNITY, id), asOf).stream())
                .map(state -> Fields.read(state, Opportunity.class))
                .collect(Collectors.toMap(
                        Opportunity::id,
                        deal -> new Facts(deal.stage(), deal.amount(), deal.closeDate(), deal.deleted()))));
    }

    private static List<UUID> ids() {
        return db.database().read(handle -> handle.createQuery("select id from pipeline.opportunity")
                .mapTo(UUID.class)
                .list());
    }

    private Opportunity create(String name) {
        return opportunities.create(
                json("{'name': '" + name + "', 'stage': 'S0', 'amount': {'amount': 1, 'currency': 'EUR'}}"),
                SELLER,
                "");
    }

    private void change(UUID id, Optional<LocalDate> since) {
        long version = opportunities.find(id, AsOf.LATEST).orElseThrow().version();
        String patch =
                switch (random.nextInt(3)) {
                    case 0 -> "{'stage': 'S" + random.nextInt(9) + "'}";
                    case 1 -> "{'amount': {'amount': " + random.nextInt(1000) + "}}";
                    default -> "{'closeDate': '2027-01-" + (10 + random.nextInt(15)) + "'}";
                };
        if (random.nextInt(15) == 0) {
            boolean deleted = opportunities.find(id, AsOf.LATEST).orElseThrow().deleted();
            if (deleted) {
                opportunities.restore(id, version, SELLER, "back");
            } else {
                opportunities.delete(id, version, SELLER, "gone");
            }
        } else {
            opportunities.change(id, version, json(patch), since, SELLER, "");
        }
    }

    private static LocalDate today(int daysAgo) {
        LocalDate day =
                LocalDate.ofInstant(db.clock().instant(), ZoneOffset.UTC).minusDays(daysAgo);
        LocalDate first = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC).plusDays(1);
        return day.isBefore(first) ? first : day;
    }
}
