package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.pipeline.api.CreditSplit;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.JournaledTargets;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.credit.StoredCredits;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.pipeline.core.team.StoredTeams;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hangs on deals, from Salesforce and Dynamics 365. */
class AttachmentsTest {

    private final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String DEALS = """
            Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,ForecastCategory,OwnerId,CreatedDate,CurrencyIsoCode
            006A,,Deal A,Qualification,100.00,2026-09-30,false,false,Pipeline,005A,2026-01-09T00:00:00Z,USD
            006B,,Deal B,Qualification,50.00,2026-09-30,false,false,Pipeline,005B,2026-01-09T00:00:00Z,USD
            """;
    private static final String MEMBERS = "Id,OpportunityId,UserId,TeamMemberRole,CreatedDate\n";
    private static final String SPLITS =
            "Id,OpportunityId,SplitOwnerId,SplitPercentage,SplitType.DeveloperName,LastModifiedDate\n";
    private static final String QUOTAS =
            "Id,QuotaOwnerId,StartDate,QuotaAmount,CurrencyIsoCode,IsAmount,ForecastingTypeId,ProductFamily\n";

    private Imports imports;

    @BeforeEach
    void two_deals_are_there() throws Exception {
        db.beforeAll(null);
        imports = new Imports(db);
        run("o.csv", DEALS);
    }

    @AfterEach
    void close() throws Exception {
        db.afterAll(null);
    }

    @Test
    void team_members_become_assignments_and_a_second_import_changes_nothing() {
        String rows = MEMBERS
                + "00q1,006A,005B,Pre-Sales Consultant,2026-02-01T00:00:00Z\n"
                + "00q2,006A,005C,Executive Sponsor,2026-02-03T00:00:00Z\n"
                + "00q3,006Z,005C,Sales Rep,2026-02-03T00:00:00Z\n";

        ImportReport report = run("m.csv", rows);

        assertThat(report.outcome().counts().get("assignment")).isEqualTo(new Count(2, 0, 0));
        assertThat(report.files().get(0).errors())
                .extracting(RowProblem::line, RowProblem::field, RowProblem::code)
                .containsExactly(tuple(4L, "OpportunityId", "UNKNOWN_REFERENCE"));
        assertThat(team("Deal A"))
                .extracting(this::who, Assignment::role, Assignment::unit, Assignment::from)
                .containsExactly(
                        tuple("005B", "Pre-Sales Consultant", Assignment.Unit.STU, LocalDate.parse("2026-02-01")),
                        tuple("005C", "Executive Sponsor", Assignment.Unit.EXEC, LocalDate.parse("2026-02-03")));
        assertUnchanged("m.csv", rows);
    }

    @Test
    void another_role_in_the_source_changes_the_same_assignment() {
        run("m.csv", MEMBERS + "00q1,006A,005B,Sales Rep,2026-02-01T00:00:00Z\n");

        ImportReport report = run("m.csv", MEMBERS + "00q1,006A,005B,Sales Manager,2026-02-01T00:00:00Z\n");

        assertThat(report.outcome().counts().get("assignment")).isEqualTo(new Count(0, 1, 0));
        assertThat(team("Deal A")).extracting(Assignment::role).containsExactly("Sales Manager");
    }

    @Test
    void a_place_that_somebody_has_here_already_is_not_given_twice() {
        UUID ann = node("005A");
        teams().assign(
                        new Assignment(
                                UUID.randomUUID(),
                                Assignment.Scope.OPPORTUNITY,
                                deal("Deal A").id(),
                                Optional.empty(),
                                Optional.of(ann),
                                Assignment.Unit.ATU,
                                "Sales Rep",
                                BigDecimal.TEN,
                                LocalDate.parse("2026-01-01"),
                                Optional.empty(),
                                0),
                        Given.SELLER,
                        "");

        ImportReport report = run("m.csv", MEMBERS + "00q1,006A,005A,Sales Rep,2026-02-01T00:00:00Z\n");

        assertThat(report.outcome().counts().get("assignment")).isEqualTo(new Count(0, 0, 1));
        assertThat(team("Deal A")).extracting(Assignment::allocation).hasSize(1);
    }

    @Test
    void splits_hold_since_the_source_changed_them_and_a_second_import_changes_nothing() {
        String rows = SPLITS
                + "1,006A,005A,60,Revenue,2026-02-01T00:00:00Z\n"
                + "2,006A,005B,40,Revenue,2026-02-03T00:00:00Z\n"
                + "3,006A,005C,25,Overlay,2026-02-02T00:00:00Z\n";

        ImportReport report = run("s.csv", rows);

        assertThat(report.outcome().counts().get("credit-split")).isEqualTo(new Count(1, 0, 0));
        CreditSplit split = split("Deal A", AsOf.LATEST);
        assertThat(shares(split.revenue())).isEqualTo(Map.of("005A", "60", "005B", "40"));
        assertThat(shares(split.overlay())).isEqualTo(Map.of("005C", "25"));
        assertThat(split("Deal A", AsOf.validAt(Instant.parse("2026-02-02T23:59:59Z")))
                        .revenue())
                .isEmpty();
        assertThat(split("Deal A", AsOf.validAt(Instant.parse("2026-02-03T00:00:00Z")))
                        .revenue())
                .hasSize(2);
        assertUnchanged("s.csv", rows);
    }

    @Test
    void revenue_that_is_not_shared_wholly_is_refused_row_by_row() {
        FileRows report = new FileRows(run(
                "s.csv",
                SPLITS
                        + "1,006A,005A,60,Revenue,2026-02-01T00:00:00Z\n"
                        + "2,006A,005B,30,Revenue,2026-02-01T00:00:00Z\n"
                        + "3,006B,005A,100,Revenue,2026-02-01T00:00:00Z\n"
                        + "4,006B,005C,250,Overlay,2026-02-01T00:00:00Z\n"
                        + "5,006B,005C,10,0D5xx0000004C92,2026-02-01T00:00:00Z\n"));

        assertThat(report.errors())
                .containsExactly(
                        tuple(2L, "SplitPercentage", "NOT_100", "60"),
                        tuple(3L, "SplitPercentage", "NOT_100", "30"),
                        tuple(5L, "SplitPercentage", "OUT_OF_RANGE", "250"),
                        tuple(6L, "SplitType.DeveloperName", "UNKNOWN_SPLIT_TYPE", "0D5xx0000004C92"));
        assertThat(split("Deal A", AsOf.LATEST).version()).isZero();
        assertThat(shares(split("Deal B", AsOf.LATEST).revenue())).isEqualTo(Map.of("005A", "100"));
    }

    @Test
    void monthly_quotas_sum_to_the_target_of_the_quarter() {
        String rows = QUOTAS
                + "1,005A,2026-01-01,100.25,USD,true,t1,\n"
                + "2,005A,2026-02-01,200,USD,true,t1,\n"
                + "3,005A,2026-03-01,300,USD,true,t1,\n"
                + "4,005A,2026-04-01,50,USD,true,t1,\n"
                + "5,005B,2026-01-01,70,EUR,true,t1,\n"
                + "6,005A,2026-03-01,9,USD,true,t1,\n"
                + "7,005A,2026-02-02,9,USD,true,t2,\n"
                + "8,005A,2026-05-01,9,USD,false,t1,\n"
                + "9,005A,2026-05-01,9,USD,true,t1,Pumps\n";

        ImportReport report = run("q.csv", rows);

        assertThat(report.outcome().counts().get("target")).isEqualTo(new Count(3, 0, 0));
        assertThat(targets())
                .containsExactlyInAnyOrder(
                        "005A 2026-Q1 BOOKED 600.25 USD", "005A 2026-Q2 BOOKED 50 USD", "005B 2026-Q1 BOOKED 70 EUR");
        assertThat(new FileRows(report).errors())
                .containsExactly(
                        tuple(7L, "QuotaOwnerId", "CONTRADICTION", "005A"),
                        tuple(8L, "QuotaOwnerId", "CONTRADICTION", "005A"));
        assertThat(report.files().get(0).warnings())
                .filteredOn(warning -> warning.code().equals("LEFT_OUT"))
                .extracting(RowProblem::line)
                .containsExactly(9L, 10L);
        assertUnchanged("q.csv", rows);
    }

    @Test
    void connections_of_dynamics_with_users_become_assignments_and_others_stay_out() {
        String deal = "aaaaaaaa-0000-4000-8000-00000000000a";
        run(
                "d.csv",
                "opportunityid,name,parentaccountid,ownerid,salesstage,statecode,statuscode,estimatedvalue,"
                        + "estimatedclosedate,createdon\n"
                        + deal + ",Deal D,,u1,1,0,1,10,2026-10-31,2026-01-09T00:00:00Z\n");

        ImportReport report = run(
                "c.csv",
                "connectionid,record1id,record1objecttypecode,record2id,record2objecttypecode,record2roleidname,createdon\n"
                        + "c1," + deal + ",3,u2,8,Technical Sales,2026-02-01T00:00:00Z\n"
                        + "c2," + deal + ",3,k1,2,Champion,2026-02-01T00:00:00Z\n");

        assertThat(team("Deal D"))
                .extracting(this::who, Assignment::role)
                .containsExactly(tuple("u2", "Technical Sales"));
        assertThat(report.files().get(0).warnings())
                .filteredOn(warning -> warning.code().equals("LEFT_OUT"))
                .extracting(RowProblem::line)
                .containsExactly(3L);
    }

    private record FileRows(ImportReport report) {
        List<org.assertj.core.groups.Tuple> errors() {
            return report.files().get(0).errors().stream()
                    .map(error -> tuple(error.line(), error.field(), error.code(), error.value()))
                    .toList();
        }
    }

    private void assertUnchanged(String name, String rows) {
        Position head = db.journal().head();
        assertThat(run(name, rows).outcome().events()).isZero();
        assertThat(db.journal().head()).isEqualTo(head);
    }

    private ImportReport run(String name, String rows) {
        return imports.run(false, Imports.file(name, rows));
    }

    private List<Assignment> team(String deal) {
        return teams().team(Assignment.Scope.OPPORTUNITY, deal(deal).id(), Optional.empty(), Instant.MAX);
    }

    private StoredTeams teams() {
        return new StoredTeams(db.database(), db.journal(), db.clock());
    }

    private CreditSplit split(String deal, AsOf asOf) {
        return new StoredCredits(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .of(deal(deal).id(), asOf);
    }

    private List<String> targets() {
        return new JournaledTargets(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .all().stream().map(this::text).toList();
    }

    private String text(Target target) {
        return String.join(
                " ",
                names().get(target.node()),
                target.quarter(),
                target.metric().name(),
                target.amount().amount().stripTrailingZeros().toPlainString(),
                target.amount().currency());
    }

    private Map<String, String> shares(List<CreditShare> shares) {
        return shares.stream().collect(Collectors.toMap(share -> names().get(share.node()), share -> share.percent()
                .toPlainString()));
    }

    private String who(Assignment assignment) {
        return names().get(assignment.node().orElseThrow());
    }

    private UUID node(String name) {
        return names().entrySet().stream()
                .filter(node -> node.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private Map<UUID, String> names() {
        return new StoredHierarchy(db.database())
                .all().stream().collect(Collectors.toMap(node -> node.id(), node -> node.name()));
    }

    private Opportunity deal(String name) {
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC)
                .list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                        .filter(found -> found.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
