package io.binnacle.pipeline.core.qualification;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.json;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.qualification.DealGate;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.platform.testkit.TestDatabase;
import io.binnacle.platform.testkit.contract.DealGateContract;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitGateTest extends DealGateContract {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    @Override
    protected DealGate gate() {
        QualificationSettings settings = new QualificationSettings(new int[] {15, 15, 10, 10, 10, 15, 15, 10}, 60);
        return new CommitGate(
                new JournaledQualifications(db.database(), db.journal(), db.clock(), Given.SETTINGS, settings));
    }

    @Override
    protected Opportunity before() {
        return deal("PIPELINE");
    }

    @Override
    protected Opportunity beyond() {
        return deal("COMMIT");
    }

    @Override
    protected Instant now() {
        return db.clock().instant();
    }

    private static Opportunity deal(String category) {
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC)
                .create(
                        json("{'name': 'A', 'stage': 'A', 'closeDate': '2026-12-10', 'category': '" + category + "'}"),
                        SELLER,
                        "");
    }
}
