package io.binnacle.pipeline.core.history;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.ExactRollups;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports over last quarter stay what they were, whatever happens in this one. */
class HistoryIsKeptTest {

    private static final Instant QUARTER_END = Instant.parse("2026-09-30T23:59:59.999999Z");
    private static final AsOf AS_KNOWN_THEN = new AsOf(QUARTER_END, QUARTER_END);
    private static final AsOf AS_KNOWN_NOW = AsOf.validAt(QUARTER_END);

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
    private final ExactRollups rollups = new ExactRollups(db.database(), db.journal(), db.clock(), Given.SETTINGS);
    private final Random random = new Random(7);
    private List<UUID> owners;
    private List<UUID> deals;

    @BeforeEach
    void a_quarter_with_three_hundred_deals() {
        db.clock().set(Instant.parse("2026-07-02T09:00:00Z"));
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(Given.batch(Given.team()), SELLER, "test", false, Progress.NONE);
        owners = new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.kind() == NodeKind.SELLER)
                        .map(node -> node.id())
                        .toList();
        deals = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            db.clock().advance(Duration.ofHours(3));
            deals.add(opportunities
                    .create(
                            json(
                                    "{'name': 'Deal %d', 'stage': 'Qualify', 'amount': {'amount': %d, 'currency': 'USD'}, 'owner': '%s'}"
                                            .formatted(i, 1000 + i, owner())),
                            SELLER,
                            "")
                    .id());
        }
        edit(600, Duration.ofHours(1), Optional.empty());
        assertThat(db.clock().instant()).isBefore(QUARTER_END);
        db.clock().set(Instant.parse("2026-10-01T08:00:00Z"));
    }

    @Test
    void after_ten_thousand_further_edits_every_answer_about_last_quarter_is_the_same_to_the_byte() {
        String knownThen = answers(AS_KNOWN_THEN);
        String knownNow = answers(AS_KNOWN_NOW);

        edit(10_000, Duration.ofMinutes(2), Optional.empty());

        assertThat(answers(AS_KNOWN_THEN)).isEqualTo(knownThen);
        assertThat(answers(AS_KNOWN_NOW)).isEqualTo(knownNow);
    }

    @Test
    void late_corrections_change_what_is_known_of_last_quarter_now_and_not_what_was_known_then() {
        String knownThen = answers(AS_KNOWN_THEN);
        String knownNow = answers(AS_KNOWN_NOW);

        edit(200, Duration.ofMinutes(2), Optional.of(LocalDate.of(2026, 9, 15)));

        assertThat(answers(AS_KNOWN_THEN)).isEqualTo(knownThen);
        assertThat(answers(AS_KNOWN_NOW)).isNotEqualTo(knownNow);
    }

    private String answers(AsOf asOf) {
        var rollup = rollups.rollup(Optional.empty(), Optional.empty(), asOf);
        return Json.write(List.of(rollup.total(), rollup.roots(), opportunities.list(OpportunityFilter.ALL, asOf)));
    }

    private void edit(int times, Duration pause, Optional<LocalDate> since) {
        for (int i = 0; i < times; i++) {
            db.clock().advance(pause);
            Opportunity deal = opportunities
                    .find(deals.get(random.nextInt(deals.size())), AsOf.LATEST)
                    .orElseThrow();
            String patch =
                    switch (random.nextInt(4)) {
                        case 0 -> "{'stage': 'Stage " + random.nextInt(6) + "'}";
                        case 1 -> "{'amount': {'amount': " + random.nextInt(100_000) + ", 'currency': 'USD'}}";
                        case 2 -> "{'owner': '" + owner() + "'}";
                        default -> "{'closeDate': '2027-0" + (1 + random.nextInt(9)) + "-15'}";
                    };
            opportunities.change(deal.id(), deal.version(), json(patch), since, SELLER, "edit " + i);
        }
    }

    private UUID owner() {
        return owners.get(random.nextInt(owners.size()));
    }
}
