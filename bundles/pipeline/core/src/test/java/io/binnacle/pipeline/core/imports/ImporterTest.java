package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.StoredAccounts;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImporterTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String DEALS =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
    private static final String SALESFORCE = "Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,"
            + "ForecastCategory,OwnerId,CreatedDate,LastModifiedDate,CurrencyIsoCode,IsDeleted\n";

    private static Imports imports;

    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);

    @BeforeAll
    static void basics_are_there() {
        imports = new Imports(db);
        run(
                false,
                file("teams.csv", "sales_agent,manager,regional_office\nAnn,Mia,North\nBob,Mia,North\n"),
                file("products.csv", "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n"),
                file(
                        "accounts.csv",
                        "account,sector,office_location,subsidiary_of\nSub,technolgy,Kenya,Top\nTop,retail,Japan,\n"));
    }

    @Test
    void accounts_and_teams_come_in_with_their_parents_and_corrections() {
        List<Account> accounts = new StoredAccounts(db.database()).all();
        Account sub = named(accounts, "Sub");

        assertThat(sub.parent()).contains(named(accounts, "Top").id());
        assertThat(sub.industry()).contains("technology");
        assertThat(sub.region()).contains("Kenya");
        assertThat(new StoredHierarchy(db.database()).all())
                .extracting(HierarchyNode::name)
                .containsSubsequence("North", "Mia", "Ann", "Bob");
    }

    @Test
    void a_won_deal_was_engaging_until_it_closed() {
        FileReport report = run(false, file("p.csv", DEALS + "W1,Ann,GTXPro,Top,Won,2017-01-10,2017-03-01,1054.0\n"));

        assertThat(report.warnings())
                .extracting(RowProblem::line, RowProblem::field, RowProblem::code, RowProblem::value)
                .containsExactly(tuple(2L, "product", "CORRECTED", "GTXPro"));
        Opportunity deal = deal("opportunity", "W1");
        assertThat(deal.name()).isEqualTo("Top - GTX Pro");
        assertThat(deal.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(deal.createdOn()).isEqualTo("2017-01-10");
        assertThat(deal.closeDate()).contains(LocalDate.parse("2017-03-01"));
        Opportunity february = opportunities
                .find(deal.id(), AsOf.validAt(Given.instant("2017-02-01")))
                .orElseThrow();
        assertThat(february.stage()).isEqualTo("Engaging");
        assertThat(february.amount()).isEmpty();
        assertThat(february.closeDate()).isEmpty();
    }

    @Test
    void an_open_deal_may_lack_account_value_and_date() {
        FileReport report = run(
                false,
                file(
                        "p.csv",
                        DEALS + "O1,Ann,MG Special,,Engaging,2017-09-01,,\nO2,Bob,MG Special,Sub,Prospecting,,,\n"));

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.warnings())
                .extracting(RowProblem::line, RowProblem::code)
                .containsExactly(tuple(3L, "ASSUMED_DATE"));
        Opportunity open = deal("opportunity", "O1");
        assertThat(open.account()).isEmpty();
        assertThat(open.amount()).isEmpty();
        assertThat(open.category()).isEqualTo(ForecastCategory.PIPELINE);
        assertThat(deal("opportunity", "O2").createdOn()).isEqualTo("2017-09-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X,Ann,MG Special,Top,Closed,2017-01-01,2017-02-01,5      | deal_stage | UNKNOWN_STAGE | Closed",
                "X,Ann,MG Special,Top,Won,2017-02-30,2017-03-01,5         | engage_date | IMPOSSIBLE_DATE | 2017-02-30",
                "X,Ann,MG Special,Top,Won,31.02.2017,2017-03-01,5         | engage_date | IMPOSSIBLE_DATE | 31.02.2017",
                "X,Ann,MG Special,Top,Won,2017-02-01,2017-01-31,5         | close_date | IMPOSSIBLE_DATE | 2017-01-31",
                "X,Ann,MG Special,Top,Won,2017-02-01,2027-01-31,5         | close_date | IMPOSSIBLE_DATE | 2027-01-31",
                "X,Ann,MG Special,Top,Won,1017-02-01,2017-01-31,5         | engage_date | IMPOSSIBLE_DATE | 1017-02-01",
                "X,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,five      | close_value | NOT_A_NUMBER | five",
                "X,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,1.2.3     | close_value | NOT_A_NUMBER | 1.2.3",
                "X,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,1e5       | close_value | NOT_A_NUMBER | 1e5",
                "X,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,-5        | close_value | NEGATIVE_AMOUNT | -5",
                "X,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,          | close_value | MISSING_VALUE | ''",
                "X,Ann,MG Special,Top,Won,,2017-02-01,5                   | engage_date | MISSING_VALUE | ''",
                "X,Ann,MG Special,Top,Lost,2017-01-01,,5                  | close_date | MISSING_VALUE | ''",
                ",Ann,MG Special,Top,Won,2017-01-01,2017-02-01,5          | opportunity_id | MISSING_VALUE | ''",
                "X,,MG Special,Top,Won,2017-01-01,2017-02-01,5            | sales_agent | MISSING_VALUE | ''",
                "X,Zoe,MG Special,Top,Won,2017-01-01,2017-02-01,5         | sales_agent | UNKNOWN_REFERENCE | Zoe",
                "X,Ann,MG Spezial,Top,Won,2017-01-01,2017-02-01,5         | product | UNKNOWN_REFERENCE | MG Spezial",
                "X,Ann,MG Special,Tip,Won,2017-01-01,2017-02-01,5         | account | UNKNOWN_REFERENCE | Tip",
                "X,Ann,MG Special,Top,Won,2017-01-01,2017-02-01           | '' | WRONG_COLUMN_COUNT | X | Ann",
                "G1,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,5        | opportunity_id | DUPLICATE_ID | G1",
            })
    void a_bad_row_is_reported_by_line_and_the_others_come_in(String row, String field, String code, String value) {
        String text = DEALS + "G1,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,5\n" + row.replace('\'', '"') + "\n"
                + "G2,Ann,MG Special,Top,Engaging,2017-01-01,,\n";
        String stated = value.replace("'", "");

        FileReport report = run(true, file("p.csv", text));

        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.errors()).hasSize(1);
        RowProblem error = report.errors().get(0);
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.field()).isEqualTo(field);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.value()).startsWith(stated);
        assertThat(error.detail()).isNotBlank();
    }

    @Test
    void accounts_below_themselves_are_reported_with_all_that_hangs_on_them() {
        FileReport report = run(
                true,
                file(
                        "a.csv",
                        "account,sector,office_location,subsidiary_of\nA,x,y,B\nB,x,y,A\nC,x,y,B\nD,x,y,Top\nD,x,y,\n"));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.errors())
                .extracting(RowProblem::line, RowProblem::field, RowProblem::code)
                .containsExactly(
                        tuple(2L, "subsidiary_of", "ACCOUNT_CYCLE"),
                        tuple(3L, "subsidiary_of", "ACCOUNT_CYCLE"),
                        tuple(4L, "subsidiary_of", "UNKNOWN_REFERENCE"),
                        tuple(6L, "account", "DUPLICATE_ID"));
    }

    @Test
    void a_manager_has_one_office() {
        FileReport report =
                run(true, file("t.csv", "sales_agent,manager,regional_office\nX,Max,East\nY,Max,West\nZ,Max,East\n"));

        assertThat(report.errors())
                .extracting(RowProblem::line, RowProblem::code)
                .containsExactly(tuple(3L, "CONTRADICTION"));
    }

    @Test
    void refusing_leaves_everything_as_it_was() {
        Position head = db.journal().head();
        ImportFile file = file(
                "p.csv",
                DEALS + "R1,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,5\nR2,Ann,MG Special,Top,Won,,2017-02-01,x\n");

        assertThatThrownBy(() -> imports.run(List.of(file), new Importer.Order(false, "USD", true)))
                .isInstanceOfSatisfying(PlatformException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(PipelineError.ROWS_REFUSED);
                    assertThat(failure.fields())
                            .extracting(field -> field.pointer() + " " + field.code())
                            .containsExactlyInAnyOrder(
                                    "/p.csv/3/engage_date MISSING_VALUE", "/p.csv/3/close_value NOT_A_NUMBER");
                });
        assertThat(db.journal().head()).isEqualTo(head);
    }

    @Test
    void sums_are_those_of_the_accepted_rows_to_the_digit() {
        FileReport report = run(
                true,
                file(
                        "p.csv",
                        DEALS
                                + "S1,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,0.1\n"
                                + "S2,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,0.2\n"
                                + "S3,Ann,MG Special,Top,Won,2017-01-01,2017-02-01,1000000x\n"
                                + "S4,Ann,MG Special,Top,Engaging,2017-01-01,,\n"));

        assertThat(report.totals()).containsExactly(Given.money("0.3 USD"));
        assertThat(report.byStage())
                .extracting(ImportReport.StageTotal::stage, ImportReport.StageTotal::count, total -> total.amount()
                        .toPlainString())
                .containsExactly(tuple("Engaging", 1L, "0"), tuple("Won", 2L, "0.3"));
    }

    @Test
    void files_refer_to_each_other_in_any_order() {
        ImportReport report = imports.run(
                List.of(
                        file("p.csv", DEALS + "F1,New,NewP,NewA,Won,2017-01-01,2017-02-01,5\n"),
                        file("a.csv", "account,sector,office_location,subsidiary_of\nNewA,x,y,\n"),
                        file("t.csv", "sales_agent,manager,regional_office\nNew,NewM,NewR\n"),
                        file("q.csv", "product;series;sales_price\nNewP;N;1\n")),
                new Importer.Order(true, "CHF", true));

        assertThat(report.files()).allSatisfy(file -> assertThat(file.errors()).isEmpty());
        assertThat(report.files().get(0).totals()).containsExactly(Given.money("5 CHF"));
        assertThat(report.files().get(3).delimiter()).isEqualTo("semicolon");
        assertThat(report.dryRun()).isTrue();
    }

    @Test
    void salesforce_rows_bring_owners_and_accounts_that_nobody_knows() {
        FileReport report = run(
                false,
                file(
                        "sf.csv",
                        SALESFORCE
                                + "006A,001A,Deal A,Closed Won,10.50,2017-04-18,true,true,Closed,005A,2017-04-09T00:00:00.000Z,,EUR,false\n"
                                + "006B,001A,Deal B,Negotiation,20,2027-01-31,false,false,Forecast,005A,2017-04-09T10:00:00.000+0200,2017-05-01T00:00:00.000Z,EUR,false\n"
                                + "006C,,Deal C,Closed Lost,,2017-04-18,true,false,Pipeline,,2017-04-09,,USD,false\n"
                                + "006D,,Deal D,Closed Lost,,2017-04-18,true,false,Omitted,,2017-04-09,,USD,true\n"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.warnings())
                .extracting(RowProblem::line, RowProblem::code)
                .containsExactly(tuple(4L, "CORRECTED"), tuple(4L, "NO_OWNER"), tuple(5L, "NO_OWNER"));
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST))
                .extracting(Opportunity::name)
                .contains("Deal C")
                .doesNotContain("Deal D");
        Opportunity won = deal("Opportunity", "006A");
        assertThat(won.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(won.amount()).contains(Given.money("10.50 EUR"));
        assertThat(opportunities.find(won.id(), AsOf.validAt(Given.instant("2017-04-18"))))
                .contains(won);
        assertThat(opportunities.find(won.id(), AsOf.validAt(Given.instant("2017-04-17"))))
                .isEmpty();
        Opportunity open = deal("Opportunity", "006B");
        assertThat(open.category()).isEqualTo(ForecastCategory.COMMIT);
        assertThat(open.createdOn()).isEqualTo("2017-04-09");
        assertThat(named(new StoredAccounts(db.database()).all(), "001A").id())
                .isEqualTo(open.account().orElseThrow());
        assertThat(report.totals()).containsExactly(Given.money("30.50 EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'=Nord+Süd,=Nord+Süd", "'@home,@home", "'t Hoen,'t Hoen", "O'Neill,O'Neill"})
    void the_apostrophe_that_keeps_a_spreadsheet_from_reckoning_is_no_part_of_a_name(String cell, String name) {
        run(
                false,
                file(
                        "sf.csv",
                        SALESFORCE + "006G,," + cell + ",Propose,1,2027-04-18,false,false,Pipeline,,2017-04-09,,,\n"));

        assertThat(deal("Opportunity", "006G").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X,,N,S,1,2017-04-18,false,true,Closed,,2017-04-09,,,     | IsWon | CONTRADICTION",
                "X,,N,Negotiation/Review,1,2017-04-18,true,true,Closed,,2017-04-09,,,   | StageName | CONTRADICTION",
                "X,,N,S,1,2017-04-18,maybe,true,Closed,,2017-04-09,,,     | IsClosed | NOT_A_BOOLEAN",
                "X,,N,S,1,2017-04-18,true,true,Sure,,2017-04-09,,,        | ForecastCategory | UNKNOWN_CATEGORY",
                "X,,N,S,1,2017-04-18,true,true,Closed,,2017-04-09,,EURO,  | CurrencyIsoCode | UNKNOWN_CURRENCY",
                "X,,N,S,1,2017-04-18,true,true,Closed,,2017-13-09,,,      | CreatedDate | IMPOSSIBLE_DATE",
                "X,,N,S,1,2017-04-18,true,true,Closed,,2027-01-01,,,      | CreatedDate | IMPOSSIBLE_DATE",
                "X,,N,S,1,2017-04-18,true,true,Closed,,2017-04-19,,,      | CloseDate | IMPOSSIBLE_DATE",
                "X,,N,S,,2017-04-18,true,true,Closed,,2017-04-09,,,       | Amount | MISSING_VALUE",
                "X,,,S,1,2017-04-18,true,true,Closed,,2017-04-09,,,       | Name | MISSING_VALUE",
            })
    void a_bad_salesforce_row_is_reported(String row, String field, String code) {
        FileReport report = run(true, file("sf.csv", SALESFORCE + row + "\n"));

        assertThat(report.errors())
                .extracting(RowProblem::line, RowProblem::field, RowProblem::code)
                .containsExactly(tuple(2L, field, code));
    }

    private static FileReport run(boolean dryRun, ImportFile... files) {
        return imports.run(dryRun, files).files().get(0);
    }

    private static ImportFile file(String name, String text) {
        return Imports.file(name, text);
    }

    private Opportunity deal(String type, String id) {
        return opportunities.list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                .filter(deal -> deal.externalRefs().stream()
                        .anyMatch(ref -> ref.type().equals(type) && ref.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    private static Account named(List<Account> accounts, String name) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
