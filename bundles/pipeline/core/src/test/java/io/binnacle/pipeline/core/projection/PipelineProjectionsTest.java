package io.binnacle.pipeline.core.projection;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.deal;
import static io.binnacle.pipeline.core.Given.json;
import static io.binnacle.pipeline.core.Given.open;
import static io.binnacle.pipeline.core.Given.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PipelineProjectionsTest {

    private static final SchemaReady READY = () -> "pipeline";
    private static final Projection[] ALL = {
        new NodeProjection(READY),
        new AccountProjection(READY),
        new ProductProjection(READY),
        new TargetProjection(READY),
        new OpportunityProjection(READY),
        new PipelineProjection(READY)
    };

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);

    @BeforeEach
    void deals_were_loaded_changed_in_time_and_late_removed_and_restored() {
        load("100.50 EUR");
        load("120 EUR");
        db.clock().advance(Duration.ofDays(1));
        Opportunity one = first();
        one = change(one, "{'amount': {'amount': 77.70, 'currency': 'EUR'}, 'nextStep': 'call'}", Optional.empty());
        one = change(one, "{'stage': 'Late'}", Optional.of(LocalDate.of(2026, 3, 1)));
        one = change(one, "{'nextStep': null}", Optional.empty());
        one = opportunities.delete(one.id(), one.version(), SELLER, "gone");
        opportunities.restore(one.id(), one.version(), SELLER, "back");
    }

    @Test
    void every_table_is_what_the_journal_says() {
        assertThat(db.mend(ALL)).isEmpty();
    }

    @Test
    void damaged_rows_are_told_and_made_anew() {
        List<Opportunity> before = opportunities.list(OpportunityFilter.ALL, AsOf.LATEST);
        db.database().useTransaction(handle -> {
            handle.execute("update pipeline.opportunity set amount = 1, stage = 'Nonsense'");
            handle.execute("delete from pipeline.standing where seq = 1");
            handle.execute("delete from pipeline.external_ref where type = 'deal'");
            handle.execute("insert into pipeline.product (id, version, name) values (gen_random_uuid(), 1, 'Ghost')");
        });

        List<String> told = db.mend(ALL);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "pipeline.opportunity: 0 missing, 2 changed, 0 surplus",
                        "pipeline.standing: 2 missing, 0 changed, 0 surplus",
                        "pipeline.external_ref: 2 missing, 0 changed, 0 surplus",
                        "pipeline.product: 0 missing, 0 changed, 1 surplus");
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST)).isEqualTo(before);
        assertThat(db.mend(ALL)).isEmpty();
    }

    private static void load(String amount) {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(
                                Given.team(),
                                deal("D1", open("2026-02-01", "Ann", amount)),
                                deal("D2", open("2026-02-01", "Bob", "5 USD"), won("2026-02-09", "Bob", "7 USD"))),
                        SELLER,
                        "test",
                        false,
                        Progress.NONE);
    }

    private Opportunity first() {
        return opportunities.list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                .filter(deal -> !deal.status().isClosed())
                .findFirst()
                .orElseThrow();
    }

    private Opportunity change(Opportunity deal, String patch, Optional<LocalDate> since) {
        return opportunities.change(deal.id(), deal.version(), json(patch), since, SELLER, "because");
    }
}
