package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.HierarchyMode;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.waterfall.ExactWaterfalls;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Day one: exports of Salesforce and Dynamics 365 with twelve faults, tried first, then brought in twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String ACCOUNTS = """
            Id,Name,ParentId
            001A,Alpha,001B
            001B,Beta,001A
            001C,Gamma,
            001D,,001C
            """;
    private static final String DEALS = """
            Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,ForecastCategory,OwnerId,CreatedDate,CurrencyIsoCode,Probability
            006A,001C,Good,Qualification,100.00,2017-09-30,false,false,Pipeline,005A,2017-04-09T00:00:00Z,USD,10
            006B,001C,Currency,Qualification,100.00,2017-09-30,false,false,Pipeline,005A,2017-04-09T00:00:00Z,XQZ,10
            006A,001C,Twice,Qualification,100.00,2017-09-30,false,false,Pipeline,005A,2017-04-09T00:00:00Z,USD,10
            006C,001C,Stage,Negotiation/Review,100.00,2017-09-30,true,true,Closed,005A,2017-04-09T00:00:00Z,USD,100
            006D,001C,Date,Qualification,100.00,2017-02-30,false,false,Pipeline,005A,2017-04-09T00:00:00Z,USD,10
            006E,001C,Amount,Qualification,-5.00,2017-09-30,false,false,Pipeline,005A,2017-04-09T00:00:00Z,USD,10
            006F,001C,Category,Qualification,100.00,2017-09-30,false,false,Perhaps,005A,2017-04-09T00:00:00Z,USD,10
            006G,001C,Chance,Qualification,100.00,2017-09-30,false,false,Pipeline,005A,2017-04-09T00:00:00Z,USD,140
            """;
    private static final String HISTORY = """
            OpportunityId,CreatedDate,StageName,Amount,CloseDate
            006A,2017-04-09T00:00:00Z,Prospecting,80.00,2017-09-30
            006A,2017-05-09T00:00:00Z,Qualification,100.00,2017-09-30
            006Z,2017-05-09T00:00:00Z,Qualification,100.00,2017-09-30
            """;
    private static final String DYNAMICS = """
            \uFEFFopportunityid,name,parentaccountid,ownerid,salesstage,statecode,statuscode,estimatedvalue,estimatedclosedate,createdon,transactioncurrencyid
            aaaaaaaa-0000-4000-8000-00000000000a,Owned,,bbbbbbbb-0000-4000-8000-00000000000b,1,0,1,10,2017-10-31,2017-04-09T00:00:00Z,USD
            aaaaaaaa-0000-4000-8000-00000000000c,Unowned,,,1,0,1,20,2017-10-31,2017-04-09T00:00:00Z,USD
            """;

    private final Imports imports = new Imports(db);

    @Test
    @Order(1)
    void a_dry_run_names_all_twelve_by_file_and_line_and_writes_nothing() {
        Position head = db.journal().head();

        ImportReport report = run(true);

        assertThat(faults(report))
                .containsExactly(
                        tuple("accounts.csv", 2L, "ParentId", "ACCOUNT_CYCLE", "001B"),
                        tuple("accounts.csv", 3L, "ParentId", "ACCOUNT_CYCLE", "001A"),
                        tuple("accounts.csv", 5L, "Name", "MISSING_VALUE", ""),
                        tuple("deals.csv", 3L, "CurrencyIsoCode", "UNKNOWN_CURRENCY", "XQZ"),
                        tuple("deals.csv", 4L, "Id", "DUPLICATE_ID", "006A"),
                        tuple("deals.csv", 5L, "StageName", "CONTRADICTION", "Negotiation/Review"),
                        tuple("deals.csv", 6L, "CloseDate", "IMPOSSIBLE_DATE", "2017-02-30"),
                        tuple("deals.csv", 7L, "Amount", "NEGATIVE_AMOUNT", "-5.00"),
                        tuple("deals.csv", 8L, "ForecastCategory", "UNKNOWN_CATEGORY", "Perhaps"),
                        tuple("deals.csv", 9L, "Probability", "NOT_A_CHANCE", "140"),
                        tuple("history.csv", 4L, "OpportunityId", "UNKNOWN_REFERENCE", "006Z"),
                        tuple("dynamics.csv", 1L, "", "BYTE_ORDER_MARK", "UTF-8 with BOM"),
                        tuple("dynamics.csv", 3L, "ownerid", "NO_OWNER", ""));
        assertThat(report.outcome().counts().get("opportunity").created()).isEqualTo(3);
        assertThat(db.journal().head()).isEqualTo(head);
        assertThat(deals()).isEmpty();
    }

    @Test
    @Order(2)
    void what_is_good_comes_in_and_a_second_run_changes_nothing() {
        ImportReport first = run(false);
        Position head = db.journal().head();

        ImportReport second = run(false);

        assertThat(deals()).extracting(Opportunity::name).containsExactlyInAnyOrder("Good", "Owned", "Unowned");
        assertThat(faults(second)).isEqualTo(faults(first));
        assertThat(second.outcome().events()).isZero();
        assertThat(db.journal().head()).isEqualTo(head);
    }

    @Test
    @Order(3)
    void a_deal_without_the_history_of_its_owners_says_so_in_the_waterfall_of_its_owner() {
        Opportunity deal = deals().stream()
                .filter(found -> found.name().equals("Good"))
                .findFirst()
                .orElseThrow();
        HierarchyNode owner = new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals("005A"))
                        .findFirst()
                        .orElseThrow();

        Waterfall waterfall = new ExactWaterfalls(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .waterfall(
                        new WaterfallQuery(
                                Given.instant("2017-05-01"),
                                Given.instant("2017-08-01"),
                                Instant.MAX,
                                Optional.empty(),
                                Optional.of(owner.id()),
                                Mode.ENDPOINT,
                                HierarchyMode.AS_WAS,
                                Optional.empty()),
                        OptionalInt.empty());

        assertThat(deal.historyQuality()).isEqualTo(HistoryQuality.STAGE_ONLY);
        assertThat(waterfall.limits())
                .extracting(Waterfall.Limit::code, Waterfall.Limit::deals)
                .contains(tuple("OWNER_HISTORY_UNKNOWN", 1L));
    }

    private ImportReport run(boolean dryRun) {
        return imports.run(
                dryRun,
                file("accounts.csv", ACCOUNTS),
                file("deals.csv", DEALS),
                file("history.csv", HISTORY),
                file("dynamics.csv", DYNAMICS));
    }

    private static ImportFile file(String name, String text) {
        return Imports.file(name, text);
    }

    private static List<Tuple> faults(ImportReport report) {
        return report.files().stream()
                .flatMap(file -> Stream.concat(file.errors().stream(), file.warnings().stream())
                        .map(fault -> tuple(file.name(), fault.line(), fault.field(), fault.code(), fault.value())))
                .toList();
    }

    private static List<Opportunity> deals() {
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC)
                .list(OpportunityFilter.ALL, AsOf.LATEST);
    }
}
