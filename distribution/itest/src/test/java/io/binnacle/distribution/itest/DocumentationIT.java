package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.testkit.Distribution;
import io.binnacle.platform.testkit.PlatformProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the how-tos say, block by block: files are written, commands are run. */
class DocumentationIT {

    private static final Path DOCS = Path.of(System.getProperty("binnacle.docs", "../../docs"));
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)(?: (\\S+))?\\n(.*?)^```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    @TempDir
    static Path folder;

    private static PlatformProcess platform;
    private static LocalRepository repository;

    @BeforeAll
    static void start() throws IOException {
        repository = new LocalRepository();
        platform = PlatformProcess.start(
                folder.resolve("data"),
                "-Dbinnacle.plugins.allow.unsigned=com.acme.drift,com.acme.mining",
                "-Dbinnacle.plugins.catalogue=" + folder.resolve("shelf"),
                "-Dbinnacle.plugins.keys=" + folder.resolve("keys"),
                "-Dbinnacle.plugins.probation.seconds=1");
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
        repository.close();
    }

    @Test
    void a_crm_export_is_imported_as_written() throws Exception {
        List<String> outputs = follow("howto/import-a-crm-export.md");

        assertThat(outputs).hasSize(3);
        assertThat(outputs.get(0)).contains("IMPOSSIBLE_DATE", "2026-02-30", "NOT_A_NUMBER", "nil");
        assertThat(outputs.get(1)).contains("Won", "4,700.00");
        assertThat(outputs.get(2)).contains("unchanged");
        assertThat(platform.admin().get("/api/v1/pipeline/opportunities").json().get("items"))
                .filteredOn(deal -> !deal.get("externalRefs").isEmpty())
                .hasSize(2);
    }

    @Test
    void it_is_run_as_written() throws Exception {
        List<String> outputs = follow("howto/run-it.md");

        assertThat(outputs.get(0)).contains("ready").contains("0 faults");
        assertThat(outputs.get(1)).contains("bnk_").contains("ana").contains("SELLER");
    }

    @Test
    void a_waterfall_is_read_as_written() throws Exception {
        List<String> outputs = follow("howto/read-a-waterfall.md");

        assertThat(outputs).hasSize(1);
        assertThat(outputs.get(0))
                .contains("\"identity\":true", "\"additivity\":true", "\"name\":\"2026-Q1\"", "\"pulledIn\":");
    }

    @Test
    void calendars_hierarchies_and_rates_are_set_up_as_written() throws Exception {
        List<String> outputs = follow("howto/set-up-calendars-hierarchies-and-rates.md");

        assertThat(outputs).hasSize(4);
        assertThat(outputs.get(0))
                .contains("\"name\":\"2026-P10\"", "\"start\":\"2026-11-29\"", "\"end\":\"2027-01-30\"");
        assertThat(outputs.get(2)).contains("\"hierarchy\":\"TERRITORY\"", "\"name\":\"South\"");
        assertThat(outputs.get(3)).contains("\"changed\":3", "\"policy\":\"PLAN\"", "\"currency\":\"EUR\"", "1.0921");
    }

    @Test
    void deals_go_through_gates_as_written() throws Exception {
        List<String> outputs = follow("howto/run-pipelines-and-gates.md");

        assertThat(outputs).hasSize(5);
        assertThat(outputs.get(1)).contains("GATE_CLOSED", "'has an amount' is not met: amount is empty");
        assertThat(outputs.get(2)).contains("\"stage\":\"Talks\"", "'Notice' comes before 'Talks'", "\"version\":3");
        assertThat(outputs.get(3)).contains("\"status\":\"WON\"", "STATUS_CONFLICT", "only :reopen");
        assertThat(outputs.get(4))
                .contains(
                        "\"kind\":\"REGRESSION\"",
                        "\"closedAs\":\"WON\"",
                        "\"order signed\":\"PO 4711\"",
                        "the price list comes in May");
    }

    @Test
    void everything_is_exported_and_restored_as_written() throws Exception {
        List<String> outputs = follow("howto/export-and-restore.md");

        assertThat(outputs).hasSize(5);
        String content = contentHash(outputs.get(0));
        assertThat(content).hasSize(64);
        assertThat(outputs.get(1)).contains("nothing was written", content);
        assertThat(outputs.get(2)).contains("The journal is whole");
        assertThat(contentHash(outputs.get(2))).isEqualTo(content);
        assertThat(outputs.get(2).substring(outputs.get(2).lastIndexOf("Content ")))
                .contains(content);
        assertThat(outputs.get(3)).contains("nothing differs");
        assertThat(folder.resolve("salesforce.zip")).isNotEmptyFile();
        assertThat(folder.resolve("dynamics.zip")).isNotEmptyFile();
    }

    @Test
    void a_forecast_model_is_swapped_as_written() throws Exception {
        List<String> outputs = follow("howto/swap-a-forecast-model.md");

        assertThat(outputs).hasSize(5);
        assertThat(outputs.get(0)).contains("\"champion\":{\"build\":", "\"model\":\"naive\"");
        assertThat(outputs.get(1)).contains("\"id\":\"naive\"", "\"periods\":8", "\"wape\":");
        assertThat(outputs.get(2)).contains("\"comparison\":", "\"champion\":{\"build\":{\"bundle\":", "drift");
        assertThat(outputs.get(3)).contains("\"model\":\"naive\"");
        assertThat(outputs.get(4)).contains("\"state\":\"READY\"");
    }

    @Test
    void forecast_models_are_combined_as_written() throws Exception {
        List<String> outputs = follow("howto/combine-forecast-models.md");

        assertThat(outputs).hasSize(6);
        assertThat(outputs.get(0)).contains("\"method\":\"median\"", "\"version\":1");
        assertThat(outputs.get(1)).contains("\"id\":\"arima\"", "\"id\":\"my-mix\"", "\"version\":\"1\"");
        assertThat(outputs.get(2)).contains("| width |", "| all | ets |");
        assertThat(outputs.get(3)).contains("\"id\":\"sure-ets\"", "\"width\":{\"1\":1.5,\"4\":1.2}");
        assertThat(outputs.get(4)).contains("\"weights\":\"backtest\"", "\"version\":2");
        assertThat(outputs.get(5)).isEmpty();
    }

    @Test
    void a_hierarchy_is_forecast_as_written() throws Exception {
        List<String> outputs = follow("howto/forecast-a-hierarchy.md");

        assertThat(outputs).hasSize(4);
        assertThat(outputs.get(0))
                .contains("4 series and 5 sums of them over 24 periods, seasons of 4, by mint")
                .contains("series_id,level,step,mean,q0.025,q0.1,q0.9,q0.975,model", "Coast,region,4,", "combination@");
        assertThat(outputs.get(1)).contains("gap none");
        assertThat(outputs.get(2)).contains("\"method\":\"mint\"", "\"id\":\"total\"", "\"level\":80");
        assertThat(outputs.get(3))
                .contains("12 periods are too few", "14 or more are needed", "structural")
                .contains("2 series and 1 sums of them over 12 periods");
    }

    @Test
    void a_forecast_is_explained_as_written() throws Exception {
        List<String> outputs = follow("howto/explain-a-forecast.md");

        assertThat(outputs).hasSize(4);
        assertThat(outputs.get(1))
                .contains(
                        "\"drivers\":[\"CORRECTED_HISTORY\"]",
                        "\"drivers\":[\"NEW_ACTUALS\"]",
                        "\"period\":\"2025-09\",\"value\":900");
        assertThat(outputs.get(2)).contains("\"change\":{");
        assertThat(outputs.get(3)).contains("\"explanations\":[", "\"drivers\":[\"MODEL\"]");
    }

    private static String contentHash(String output) {
        String behind = output.substring(output.indexOf("Content ") + "Content ".length());
        return behind.lines().findFirst().orElseThrow();
    }

    @Test
    void a_plugin_is_written_as_written() throws Exception {
        List<String> outputs = follow("howto/write-a-plugin.md");

        assertThat(outputs).hasSize(8);
        assertThat(outputs.get(2)).contains("UNSIGNED", "It can be installed.", "here is 1.");
        assertThat(outputs.get(3)).contains("com.acme.drift 1.0.0 is ACTIVE.");
        assertThat(outputs.get(4)).contains("\"mean\":[18.0,20.0,22.0]", "\"bundle\":\"com.acme.drift\"");
        assertThat(outputs.get(5)).contains("com.acme.drift 1.1.0 is ACTIVE.", "com.acme.drift 1.0.0 is ACTIVE.");
        assertThat(outputs.get(6)).contains("com.acme.drift-1.1.0.zip, signed.");
        assertThat(outputs.get(7)).contains("com.acme.drift 1.0.0 is UNINSTALLED.", "released");
    }

    @Test
    void a_catalogue_is_made_and_used_as_written() throws Exception {
        List<String> outputs = follow("howto/use-a-catalogue.md");

        assertThat(outputs).hasSize(5);
        assertThat(outputs.get(2)).contains("lists 3 plugins and is good until");
        assertThat(outputs.get(3))
                .contains("1.1.0      com.globex.harbour", "2.0.0 (does not fit), 1.0.0", "It can be installed.");
        assertThat(outputs.get(4))
                .contains(
                        "com.globex.harbour 1.0.0 is ACTIVE.",
                        "com.globex.harbour 1.1.0 is ACTIVE.",
                        "com.globex.harbour 1.1.0 is UNINSTALLED.");
    }

    @Test
    void an_industry_pack_is_written_as_written() throws Exception {
        List<String> outputs = follow("howto/write-an-industry-pack.md");

        assertThat(outputs).hasSize(5);
        assertThat(outputs.get(2)).contains("com.acme.mining 1.0.0 is ACTIVE.", "frees 30,000,000 AUD");
        assertThat(outputs.get(3))
                .contains("the golden test '365 million of revenue, 60 to 50 days' expects value 10000000")
                .containsPattern("ACTIVE +1.0.0 +UNSIGNED +com.acme.mining");
        assertThat(outputs.get(4)).contains("com.acme.mining 1.0.0 is UNINSTALLED.");
    }

    @Test
    void every_link_of_the_documents_leads_somewhere() throws IOException {
        List<Path> documents;
        try (var files = Files.walk(DOCS)) {
            documents = files.filter(file -> file.toString().endsWith(".md")).toList();
        }
        assertThat(documents).isNotEmpty();
        for (Path document : documents) {
            assertLinks(document);
        }
        assertLinks(DOCS.resolveSibling("README.md"));
    }

    private static void assertLinks(Path document) throws IOException {
        Matcher link = LINK.matcher(Files.readString(document));
        while (link.find()) {
            assertThat(document.resolveSibling(link.group(1)))
                    .as("link in %s", document.getFileName())
                    .exists();
        }
    }

    private static List<String> follow(String document) throws Exception {
        List<String> outputs = new java.util.ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCS.resolve(document)));
        while (block.find()) {
            if (block.group(2) != null) {
                Files.writeString(folder.resolve(block.group(2)), block.group(3));
            } else if (block.group(1).equals("sh")) {
                outputs.add(run(block.group(3)));
            }
        }
        return outputs;
    }

    private static String run(String commands) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands);
        shell.directory(folder.toFile()).redirectErrorStream(true);
        shell.environment()
                .merge(
                        "PATH",
                        Distribution.underTest().home().resolve("bin").toString(),
                        (old, bin) -> bin + ":" + old);
        shell.environment().put("BINNACLE_DATA", folder.resolve("data").toString());
        shell.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository.folder());
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("%s said:%n%s", commands, output).isZero();
        return output;
    }
}
