package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.imports.ImportReport.ColumnReport;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.Encoding;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.pipeline.core.imports.mapping.MappingReader;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exports of other systems beside the project, against the counts and sums that are said of them. */
class FixturesTest {

    private final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final Path FOLDER = Path.of("../../../../shared/data/crm/import_fixtures");
    private static final String GERMAN = """
            system: crm-de
            record: deal
            columns:
              id: {join: [Verkaufschance, Firma, Verantwortlicher, Erstellt am]}
              name: Verkaufschance
              accountName: Firma
              ownerName: Verantwortlicher
              stage: Phase
              status: Phase
              amount: Betrag (€)
              closeDate: Abschlussdatum
              created: Erstellt am
              percent: Wahrscheinlichkeit
            values:
              status: {Gewonnen: WON, Verloren: LOST, Verhandlung: OPEN}
            defaults: {currency: EUR}
            """;

    private Imports imports;
    private JsonNode expected;

    // Some of the files hold the same deals, so each test has a database of its own.
    @BeforeEach
    void files_are_beside_the_project() throws Exception {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the data sets are not beside the project, at " + FOLDER);
        db.beforeAll(null);
        imports = new Imports(db);
        expected = Json.mapper().readTree(Files.readString(FOLDER.resolve("expected.json")));
    }

    @AfterEach
    void the_database_goes() {
        db.afterAll(null);
    }

    // Files of ASCII alone, as the one that is said to be ISO-8859-1, are named for all that they may be.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sf_report_details_only_latin1_footer.csv",
                "sf_dataloader_api_names.csv",
                "sf_opportunityhistory_api_names.csv",
                "d365_opportunities_export_bom.csv",
                "dirty_de_semicolon_cp1252.csv",
                "dirty_duplicates_badrows.csv"
            })
    void each_file_reads_as_its_encoding_says(String name) throws Exception {
        imports = new Imports(db, List.of(MappingReader.read(Optional.of("german"), GERMAN)));
        String said = expected.path(name).path("encoding").asText();
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
        String text = new String(bytes, said.split(" ")[0]);

        Encoding found = open(name).csv().encoding();

        String label = found.label().toLowerCase(Locale.ROOT);
        assertThat(label).contains(said.split(" ")[0].toLowerCase(Locale.ROOT));
        assertThat(label.contains("ascii"))
                .isEqualTo(IntStream.range(0, bytes.length).allMatch(i -> bytes[i] >= 0));
        assertThat(found.mark() > 0).isEqualTo(said.endsWith("BOM"));
        try (Reader reader = found.reader(FOLDER.resolve(name))) {
            StringWriter read = new StringWriter();
            reader.transferTo(read);
            assertThat(read.toString()).isEqualTo(text.replace("\uFEFF", ""));
        }
    }

    @Test
    void a_salesforce_report_comes_in_without_its_footer() {
        FileReport report = imported("sf_report_details_only_latin1_footer.csv");

        assertSums(report);
        assertThat(report.format()).isEqualTo("salesforce opportunity report");
        assertThat(report.detected().footerLines()).hasSize(5);
        assertThat(report.detected().dates()).isEqualTo("M/d/yyyy");
    }

    @Test
    void a_data_loader_file_comes_in() {
        FileReport report = imported("sf_dataloader_api_names.csv");

        assertSums(report);
        assertThat(deals()).hasSize(240).allSatisfy(deal -> assertThat(deal.historyQuality())
                .isEqualTo(HistoryQuality.CURRENT_ONLY));
        assertThat(deals().get(0).ext()).containsKey("EXPECTEDREVENUE");
    }

    @Test
    void a_history_gives_deals_their_past_whichever_file_comes_first() {
        FileReport history = imports.run(
                        false, open("sf_opportunityhistory_api_names.csv"), open("sf_dataloader_api_names.csv"))
                .files()
                .get(0);

        assertThat(history.accepted())
                .isEqualTo(expected.path(history.name()).path("data_rows").asLong());
        assertPast();
    }

    @Test
    void a_history_that_comes_later_is_added_to_the_deals() {
        imported("sf_dataloader_api_names.csv");

        FileReport history = imported("sf_opportunityhistory_api_names.csv");

        assertThat(history.accepted()).isEqualTo(420);
        assertPast();
        assertThat(imports.run(false, open("sf_dataloader_api_names.csv"))
                        .outcome()
                        .events())
                .isZero();
        assertThat(deals()).allSatisfy(deal -> assertThat(deal.historyQuality()).isEqualTo(HistoryQuality.STAGE_ONLY));
    }

    @Test
    void a_grid_of_dynamics_comes_in_with_its_byte_order_mark_and_currency_signs() {
        FileReport report = imported("d365_opportunities_export_bom.csv");

        JsonNode said = expected.path(report.name());
        assertThat(report.encoding()).isEqualTo(said.path("encoding").asText().replace("8 ", "8 with "));
        assertThat(report.accepted()).isEqualTo(said.path("data_rows").asLong());
        assertThat(report.errors()).isEmpty();
        assertThat(sum(report, "Est. revenue"))
                .isEqualByComparingTo(said.path("est_revenue_sum").decimalValue());
        assertThat(sum(report, "Actual Revenue"))
                .isEqualByComparingTo(said.path("won_sum").decimalValue());
        assertThat(wonSum()).isEqualByComparingTo(said.path("won_sum").decimalValue());
    }

    @Test
    void german_headers_come_in_by_a_mapping_file() {
        imports = new Imports(db, List.of(MappingReader.read(Optional.of("german"), GERMAN)));
        FileReport report = imported("dirty_de_semicolon_cp1252.csv");

        assertSums(report);
        assertThat(report.encoding()).isEqualTo("Windows-1252");
        assertThat(report.delimiter()).isEqualTo("semicolon");
        assertThat(report.detected().decimal()).isEqualTo("comma");
        assertThat(report.detected().dates()).isEqualTo("dd.MM.yyyy");
        assertThat(report.totals()).extracting(total -> total.currency()).containsExactly("EUR");
        assertThat(imports.run(false, open("dirty_de_semicolon_cp1252.csv"))
                        .outcome()
                        .events())
                .isZero();
    }

    @Test
    void bad_rows_and_duplicates_are_named_by_line_and_the_others_come_in() {
        FileReport report = imported("dirty_duplicates_badrows.csv");

        JsonNode said = expected.path(report.name());
        assertThat(report.rows()).isEqualTo(said.path("data_rows").asLong());
        assertThat(report.accepted()).isEqualTo(said.path("unique_valid").asLong());
        assertThat(report.totals().get(0).amount())
                .isEqualByComparingTo(said.path("amount_sum_unique_valid").decimalValue());
        assertThat(report.errors())
                .filteredOn(error -> error.code().equals("DUPLICATE_ID"))
                .hasSize(said.path("duplicates").asInt());
        assertThat(report.errors())
                .filteredOn(error -> !error.code().equals("DUPLICATE_ID"))
                .extracting(RowProblem::line)
                .containsOnly(11L, 16L, 56L, 83L, 102L, 146L, 151L, 191L, 218L, 237L);
        assertThat(report.errors())
                .filteredOn(error -> error.line() == 16)
                .extracting(RowProblem::field, RowProblem::code, RowProblem::value)
                .containsExactly(tuple("Close Date", "IMPOSSIBLE_DATE", "31/02/2017"));
    }

    @Test
    void a_second_import_of_anything_changes_nothing() {
        for (String name : List.of("sf_dataloader_api_names.csv", "d365_opportunities_export_bom.csv")) {
            imported(name);

            ImportReport again = imports.run(false, open(name));

            assertThat(again.outcome().events()).as(name).isZero();
            assertThat(again.outcome().counts().get("opportunity")).isEqualTo(new Count(0, 0, 240));
        }
    }

    // The deal 006d14W10X7Nr7L by the file: since 19 June 1096 under negotiation, won on 7 August for 1097.
    private void assertPast() {
        Opportunity deal = deals().stream()
                .filter(found -> found.externalRefs().get(0).id().equals("006d14W10X7Nr7L"))
                .findFirst()
                .orElseThrow();
        Opportunity july = opportunities()
                .find(deal.id(), AsOf.validAt(Given.instant("2017-07-01")))
                .orElseThrow();
        assertThat(july.status()).isEqualTo(OpportunityStatus.OPEN);
        assertThat(july.stage()).isEqualTo("Negotiation/Review");
        assertThat(july.amount()).contains(Given.money("1096 USD"));
        assertThat(july.probability()).contains(new BigDecimal("0.6"));
        assertThat(deal.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(deal.amount().orElseThrow().isWorth(Given.money("1097 USD"))).isTrue();
        assertThat(deal.historyQuality()).isEqualTo(HistoryQuality.STAGE_ONLY);
        assertThat(opportunities().find(deal.id(), AsOf.validAt(Given.instant("2017-06-18"))))
                .isEmpty();
    }

    private void assertSums(FileReport report) {
        JsonNode said = expected.path(report.name());
        assertThat(report.errors()).isEmpty();
        assertThat(report.rows()).isEqualTo(said.path("data_rows").asLong());
        assertThat(report.accepted()).isEqualTo(said.path("data_rows").asLong());
        assertThat(report.totals().get(0).amount())
                .isEqualByComparingTo(said.path("amount_sum").decimalValue());
        assertThat(wonSum()).isEqualByComparingTo(said.path("won_sum").decimalValue());
    }

    private BigDecimal wonSum() {
        return deals().stream()
                .filter(deal -> deal.status() == OpportunityStatus.WON)
                .map(deal -> deal.amount().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(FileReport report, String header) {
        return report.detected().columns().stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .flatMap(ColumnReport::sum)
                .orElseThrow();
    }

    private List<Opportunity> deals() {
        return opportunities().list(OpportunityFilter.ALL, AsOf.LATEST);
    }

    private JournaledOpportunities opportunities() {
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
    }

    private FileReport imported(String name) {
        return imports.run(false, open(name)).files().get(0);
    }

    private ImportFile open(String name) {
        return imports.open(FOLDER.resolve(name), Choices.NONE);
    }
}
