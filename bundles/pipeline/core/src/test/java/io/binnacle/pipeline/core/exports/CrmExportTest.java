package io.binnacle.pipeline.core.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.imports.ImportReport;
import io.binnacle.pipeline.core.imports.Imports;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrmExportTest {

    private static final String SALESFORCE = """
            Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,ForecastCategory,OwnerId,CreatedDate,LastModifiedDate,CurrencyIsoCode
            006A,001A,"Fleet, renewed",Propose,1250.50,2026-12-15,false,false,BestCase,005A,2026-01-05T00:00:00.000Z,2026-02-01T08:30:00.000Z,EUR
            006B,001A,A port,Closed Won,99,2026-02-20,true,true,Closed,005A,2026-01-05T00:00:00.000Z,2026-02-20T00:00:00.000Z,USD
            006C,001B,A lock,Closed Lost,10,2026-02-21,true,false,Omitted,005B,2026-01-06T00:00:00.000Z,2026-02-21T00:00:00.000Z,USD
            006D,001B,A crane,Propose,1250.50,2026-12-15,false,false,BestCase,005B,2026-01-05T00:00:00.000Z,2026-02-01T08:30:00.000Z,EUR
            """;

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
    private final CrmExport export = new CrmExport(db.database(), db.journal(), opportunities, ZoneOffset.UTC);

    @BeforeEach
    void some_deals_came_from_salesforce() {
        imported("Opportunity.csv", SALESFORCE);
    }

    @Test
    void what_came_from_salesforce_goes_back_with_its_ids_and_in_its_words() throws IOException {
        String table = tables("salesforce", AsOf.LATEST).get("Opportunity.csv");

        assertThat(table.lines())
                .contains(
                        "006A,001A,\"Fleet, renewed\",Propose,1250.50,EUR,2026-12-15,,false,false,BestCase,Best Case,,005A,"
                                + "2026-01-05T00:00:00Z,2026-02-01T08:30:00Z",
                        "006B,001A,A port,Closed Won,99,USD,2026-02-20,,true,true,Closed,Closed,,005A,"
                                + "2026-01-05T00:00:00Z,2026-02-20T00:00:00Z");
    }

    @Test
    void the_export_comes_in_again_without_any_difference() throws IOException {
        String table = opportunities();

        ImportReport report = imported("Opportunity.csv", table);

        assertThat(report.files().get(0).accepted()).isEqualTo(4);
        assertThat(report.files().get(0).errors()).isEmpty();
        assertThat(report.outcome().events()).isZero();
        assertThat(opportunities()).isEqualTo(table);
    }

    @Test
    void the_history_has_a_row_for_each_change_that_salesforce_tracks() throws IOException {
        Opportunity deal = find("A crane");
        deal = change(deal, "{'amount': {'amount': 2000, 'currency': 'EUR'}, 'closeDate': '2027-01-20'}");
        deal = change(deal, "{'nextStep': 'call'}");
        change(deal, "{'amount': {'amount': 1250.50, 'currency': 'EUR'}, 'closeDate': '2026-12-15', 'nextStep': null}");

        List<String> rows = tables("salesforce", AsOf.LATEST)
                .get("OpportunityHistory.csv")
                .lines()
                .filter(row -> row.startsWith("006D"))
                .toList();

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .startsWith("006D,2026-02-01T08:30:00Z,")
                .endsWith("Propose,1250.50,EUR,2026-12-15,,BestCase,,");
        assertThat(rows.get(1)).endsWith(",ann,Propose,2000,EUR,2027-01-20,,BestCase,1250.50,2026-12-15");
        assertThat(rows.get(2)).endsWith(",ann,Propose,1250.50,EUR,2026-12-15,,BestCase,2000,2027-01-20");
    }

    @Test
    void an_earlier_day_shows_what_held_then() throws IOException {
        AsOf february = AsOf.validAt(Given.instant("2026-02-10"));

        assertThat(tables("salesforce", february).get("Opportunity.csv"))
                .contains("006A")
                .doesNotContain("006B", "006C");
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_made_harmless_and_numbers_stay_numbers() throws IOException {
        opportunities.create(
                Given.json("{'name': '=HYPERLINK(1)', 'stage': '-1+1', 'nextStep': '@x',"
                        + " 'amount': {'amount': 5, 'currency': 'EUR'}}"),
                Given.SELLER,
                "");

        assertThat(tables("salesforce", AsOf.LATEST).get("Opportunity.csv")).contains(",'=HYPERLINK(1),'-1+1,5,EUR,");
        assertThat(tables("dynamics", AsOf.LATEST).get("opportunity.csv")).contains(",'=HYPERLINK(1),,5,");
    }

    @Test
    void dynamics_gets_its_states_and_an_activity_for_each_close() throws IOException {
        Map<String, String> tables = tables("dynamics", AsOf.LATEST);
        String won = find("A port").id().toString();
        String lost = find("A lock").id().toString();

        assertThat(row(tables.get("opportunity.csv"), won))
                .contains(",A port,")
                .contains(",99,2026-02-20,99,2026-02-20,,Closed Won,Won,1,3,USD,");
        assertThat(row(tables.get("opportunity.csv"), lost))
                .contains(",10,2026-02-21,,2026-02-21,,Closed Lost,Lost,2,5,USD,");
        assertThat(tables.get("opportunityclose.csv").lines().filter(row -> row.contains(won)))
                .singleElement()
                .asString()
                .contains("," + won + ",2026-02-20,99,1,3,");
    }

    /** The deals that came from Salesforce, as they go back. */
    private String opportunities() throws IOException {
        return tables("salesforce", AsOf.LATEST)
                        .get("Opportunity.csv")
                        .lines()
                        .filter(row -> row.startsWith("Id") || row.startsWith("006"))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String row(String table, String id) {
        return table.lines().filter(row -> row.startsWith(id)).findFirst().orElseThrow();
    }

    private Opportunity find(String name) {
        return opportunities.list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                .filter(deal -> deal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Opportunity change(Opportunity deal, String patch) {
        return opportunities.change(deal.id(), deal.version(), Given.json(patch), Optional.empty(), Given.SELLER, "");
    }

    private Map<String, String> tables(String shape, AsOf asOf) throws IOException {
        Map<String, String> tables = new HashMap<>();
        try (InputStream in = export.open(shape, asOf);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return tables;
    }

    private static ImportReport imported(String name, String table) {
        return new Imports(db).run(false, Imports.file(name, table));
    }
}
