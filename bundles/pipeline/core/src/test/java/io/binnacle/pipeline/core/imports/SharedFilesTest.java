package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.api.RevenueHistory.Grouping;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.core.ExactRollups;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.MonthlyRevenue;
import io.binnacle.pipeline.core.imports.ImportReport.FileReport;
import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.ImportFile;
import io.binnacle.pipeline.core.imports.file.RowProblem;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files of the public data sets, where they are at hand beside the project. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedFilesTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final List<String> MAVEN =
            List.of("sales_pipeline_asof_2017-09-30.csv", "accounts.csv", "sales_teams.csv", "products.csv");

    private final Imports imports = new Imports(db);
    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);

    @Test
    @Order(1)
    void a_dry_run_over_the_maven_files_writes_nothing() throws IOException {
        Position head = db.journal().head();

        ImportReport report = run(true, maven());

        assertThat(report.outcome().counts().get("opportunity")).isEqualTo(new Count(7135, 0, 0));
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST)).isEmpty();
        assertThat(db.journal().head()).isEqualTo(head);
    }

    @Test
    @Order(2)
    void the_maven_files_come_in_with_the_sums_they_have() throws IOException {
        ImportReport report = run(false, maven());

        FileReport deals = report.files().get(0);
        assertThat(deals.rows()).isEqualTo(7135);
        assertThat(deals.accepted()).isEqualTo(7135);
        assertThat(report.files()).allSatisfy(file -> assertThat(file.errors()).isEmpty());
        assertThat(deals.byStage())
                .extracting(ImportReport.StageTotal::stage, ImportReport.StageTotal::count, total -> total.amount()
                        .intValueExact())
                .containsExactly(tuple("Engaging", 2409L, 0), tuple("Lost", 1684L, 0), tuple("Won", 3042L, 7203038));
        assertThat(deals.totals()).hasSize(1);
        assertThat(deals.totals().get(0).isWorth(Money.of("7203038", "USD"))).isTrue();
        assertThat(deals.warnings())
                .extracting(RowProblem::code, RowProblem::value)
                .hasSize(1205)
                .containsOnly(tuple("CORRECTED", "GTXPro"));
        assertThat(report.files().get(1).warnings())
                .filteredOn(warning -> warning.code().equals("CORRECTED"))
                .hasSize(12);
        assertThat(report.outcome().counts())
                .containsEntry("opportunity", new Count(7135, 0, 0))
                .containsEntry("account", new Count(85, 0, 0))
                .containsEntry("product", new Count(7, 0, 0))
                .containsEntry("node", new Count(35 + 6 + 3, 0, 0));
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST)).hasSize(7135);
    }

    @Test
    @Order(3)
    void a_second_import_changes_nothing() throws IOException {
        Position head = db.journal().head();

        ImportReport report = run(false, maven());

        assertThat(report.outcome().counts().get("opportunity")).isEqualTo(new Count(0, 0, 7135));
        assertThat(report.outcome().events()).isZero();
        assertThat(db.journal().head()).isEqualTo(head);
    }

    @Test
    @Order(4)
    void what_was_imported_rolls_up_and_makes_seven_months_of_revenue() {
        maven();
        Rollup rollup = new ExactRollups(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .rollup(Optional.empty(), Optional.empty(), AsOf.LATEST);
        List<RevenueSeries> regions = new MonthlyRevenue(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .wonByMonth(Grouping.REGION, Optional.empty(), AsOf.LATEST);

        assertThat(rollup.roots()).extracting(Rollup.Node::name).containsExactly("Central", "East", "West");
        assertThat(rollup.total().wonCount()).isEqualTo(3042);
        assertThat(rollup.total().won().amount()).isEqualByComparingTo("7203038");
        assertThat(rollup.total().openCount()).isEqualTo(2409);
        assertThat(rollup.total().unvalued()).isEqualTo(2409);
        assertThat(regions).extracting(RevenueSeries::name).containsExactly("Central", "East", "West");
        assertThat(regions).allSatisfy(region -> {
            assertThat(region.start()).isEqualTo(YearMonth.of(2017, 3));
            assertThat(region.months()).hasSize(7);
        });
        BigDecimal all = regions.stream()
                .flatMap(region -> region.months().stream().map(Money::amount))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all).isEqualByComparingTo("7203038");
    }

    @Test
    @Order(5)
    void the_salesforce_export_has_the_sums_that_are_expected_of_it() throws IOException {
        String name = "sf_dataloader_api_names.csv";
        Path fixtures = shared("crm/import_fixtures");
        JsonNode expected = Json.mapper()
                .readTree(Files.readString(fixtures.resolve("expected.json")))
                .path(name);

        ImportReport report = run(false, Stream.of(fixtures.resolve(name)));

        FileReport file = report.files().get(0);
        assertThat(file.errors()).isEmpty();
        assertThat(file.accepted()).isEqualTo(expected.path("data_rows").asLong());
        assertThat(file.totals().get(0).amount())
                .isEqualByComparingTo(expected.path("amount_sum").decimalValue());
        assertThat(file.byStage())
                .filteredOn(total -> total.stage().equals("Closed Won"))
                .singleElement()
                .satisfies(won -> assertThat(won.amount())
                        .isEqualByComparingTo(expected.path("won_sum").decimalValue()));
        assertThat(run(false, Stream.of(fixtures.resolve(name))).outcome().events())
                .isZero();
    }

    private ImportReport run(boolean dryRun, Stream<Path> paths) {
        return imports.run(
                dryRun, paths.map(path -> imports.open(path, Choices.NONE)).toArray(ImportFile[]::new));
    }

    private static Stream<Path> maven() {
        Path folder = shared("crm/maven");
        return MAVEN.stream().map(folder::resolve);
    }

    private static Path shared(String folder) {
        Path path = Path.of("../../../../shared/data").resolve(folder);
        assumeTrue(Files.isDirectory(path), "skipped: the data sets are not beside the project, at " + path);
        return path;
    }
}
