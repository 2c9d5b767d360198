package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deal's past is called known only as far as the files tell it. */
class KnownPastTest {

    private final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String DEAL = "Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,"
            + "ForecastCategory,OwnerId,CreatedDate,LastModifiedDate,CurrencyIsoCode,IsDeleted\n"
            + "006A,001A,Deal A,Propose,20,2017-09-30,false,false,Pipeline,005A00000000001,2017-04-09T00:00:00Z,,USD,\n";
    private static final String OTHER = "006B,001A,Deal B,Propose,20,2017-09-30,false,false,Pipeline,005A00000000001,"
            + "2017-01-09T00:00:00Z,,USD,\n";
    private static final String MOMENTS = "OpportunityId,CreatedDate,StageName,Amount,CloseDate\n";
    private static final String FIELDS = "OpportunityId,CreatedDate,Field,OldValue,NewValue\n";
    private static final String OWNER = "006A,2017-05-02T00:00:00Z,Owner,005A00000000002,005A00000000001\n";

    // The same deal has another past in each test.
    @BeforeEach
    void a_database_of_its_own() throws Exception {
        db.beforeAll(null);
    }

    @AfterEach
    void close() throws Exception {
        db.afterAll(null);
    }

    @Test
    void no_history_tells_nothing_of_the_past() {
        assertThat(quality()).isEqualTo(HistoryQuality.CURRENT_ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "Owner,005A00000000002,005A00000000001",
        "StageName,Qualify,Propose",
        "Amount,10,20",
        "NextStep,call,write",
    })
    void one_edited_field_is_no_history_of_the_deal(String field, String before, String after) {
        ImportFile edits = Imports.file(
                "f.csv", FIELDS + "006A,2017-05-01T00:00:00Z," + field + "," + before + "," + after + "\n");

        assertThat(quality(edits)).isEqualTo(HistoryQuality.CURRENT_ONLY);
    }

    @Test
    void stages_amounts_and_close_dates_do_not_tell_the_owners() {
        ImportFile moments = Imports.file("h.csv", MOMENTS + "006A,2017-04-09T10:00:00Z,Qualify,10,2017-08-31\n");

        assertThat(quality(moments)).isEqualTo(HistoryQuality.STAGE_ONLY);
    }

    @Test
    void with_an_owner_change_beside_them_all_is_known() {
        ImportFile moments = Imports.file("h.csv", MOMENTS + "006A,2017-04-09T10:00:00Z,Qualify,10,2017-08-31\n");

        assertThat(quality(moments, Imports.file("f.csv", FIELDS + OWNER))).isEqualTo(HistoryQuality.FULL);
    }

    @Test
    void edits_of_all_four_fields_tell_all_by_what_was_held_before_them() {
        ImportFile edits = Imports.file(
                "f.csv",
                FIELDS + OWNER
                        + "006A,2017-05-01T00:00:00Z,StageName,Qualify,Propose\n"
                        + "006A,2017-05-01T00:00:00Z,Amount,10,20\n"
                        + "006A,2017-05-01T00:00:00Z,CloseDate,2017-08-31,2017-09-30\n");

        assertThat(quality(edits)).isEqualTo(HistoryQuality.FULL);
    }

    @Test
    void a_history_that_begins_after_the_deal_is_not_full() {
        ImportFile moments = Imports.file("h.csv", MOMENTS + "006A,2017-04-20T10:00:00Z,Qualify,10,2017-08-31\n");

        assertThat(quality(moments, Imports.file("f.csv", FIELDS + OWNER))).isEqualTo(HistoryQuality.STAGE_ONLY);
    }

    @Test
    void a_deal_whose_owner_never_changed_is_known_when_owners_were_tracked_before_it_began() {
        ImportFile moments = Imports.file("h.csv", MOMENTS + "006A,2017-04-09T10:00:00Z,Qualify,10,2017-08-31\n");
        String created = "006A,2017-04-09T00:00:00Z,created,,\n";
        String earlier = "006B,2017-03-01T00:00:00Z,Owner,005A00000000002,005A00000000001\n";

        assertThat(quality(moments, Imports.file("f.csv", FIELDS + created + earlier)))
                .isEqualTo(HistoryQuality.FULL);
    }

    @ParameterizedTest
    @CsvSource({"2017-04-09,2017-04-10", "2017-04-10,2017-03-01"})
    void without_a_sign_of_tracking_from_the_start_its_silence_proves_nothing(String created, String ownerEdit) {
        ImportFile moments = Imports.file("h.csv", MOMENTS + "006A,2017-04-09T10:00:00Z,Qualify,10,2017-08-31\n");
        ImportFile edits = Imports.file(
                "f.csv",
                FIELDS + "006A," + created + "T00:00:00Z,created,,\n006B," + ownerEdit
                        + "T00:00:00Z,Owner,005A00000000002,005A00000000001\n");

        assertThat(quality(moments, edits)).isEqualTo(HistoryQuality.STAGE_ONLY);
    }

    @Test
    void an_end_alone_tells_no_stages() {
        String id = "aaaaaaaa-0000-4000-8000-00000000000a";
        ImportFile deal = Imports.file(
                "o.csv",
                "opportunityid,name,parentaccountid,ownerid,salesstage,statecode,statuscode,estimatedvalue,actualvalue,"
                        + "estimatedclosedate,actualclosedate,createdon,transactioncurrencyid\n" + id
                        + ",Deal,,,3,1,3,10,12,2017-08-31,2017-08-30,2017-04-09T00:00:00Z,USD\n");
        ImportFile close = Imports.file(
                "c.csv",
                "opportunityid,actualend,opportunitystatuscode,actualrevenue\n" + id + ",2017-08-30T00:00:00Z,3,12\n");

        assertThat(imported(deal, close)).isEqualTo(HistoryQuality.CURRENT_ONLY);
    }

    private HistoryQuality quality(ImportFile... more) {
        ImportFile[] files = Arrays.copyOf(more, more.length + 1);
        files[more.length] = Imports.file("o.csv", DEAL + OTHER);
        return imported(files);
    }

    private HistoryQuality imported(ImportFile... files) {
        ImportReport report = new Imports(db).run(false, files);
        assertThat(report.files()).allSatisfy(file -> assertThat(file.errors()).isEmpty());
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC)
                .list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                        .filter(deal -> !deal.name().equals("Deal B"))
                        .findFirst()
                        .orElseThrow()
                        .historyQuality();
    }
}
