package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.PluginFile;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of kinds that the platform does not know: by a plugin that reads them, and by a mapping that is kept. */
class ImportFormatsIT {

    private static final String LEDGER = "io.example.ledger";
    private static final String FORMAT = """
            import io.binnacle.pipeline.api.ExternalRef;
            import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
            import io.binnacle.pipeline.api.imports.ImportColumn;
            import io.binnacle.pipeline.api.imports.ImportContext;
            import io.binnacle.pipeline.api.imports.ImportFormat;
            import io.binnacle.pipeline.api.imports.ImportRow;
            import io.binnacle.pipeline.api.imports.ImportSink;
            import java.util.List;
            import java.util.Optional;

            public final class Ledger implements ImportFormat {
                public String name() { return "ledger customers"; }
                public String system() { return "ledger"; }
                public List<ImportColumn> columns() {
                    return List.of(
                            ImportColumn.needed("debtor", ImportColumn.Kind.TEXT),
                            ImportColumn.needed("company", ImportColumn.Kind.TEXT));
                }
                public void read(ImportRow row, ImportContext context, ImportSink sink) {
                    Optional<String> id = row.required("debtor");
                    Optional<String> name = row.required("company");
                    if (row.isGood()) {
                        ExternalRef ref = new ExternalRef("ledger", "customer", id.orElseThrow());
                        sink.describes("debtor", ref)
                                .brings(new AccountRecord(
                                        ref, name.orElseThrow(), Optional.empty(), Optional.empty(), Optional.empty()));
                    }
                }
            }
            """;
    private static final String MAPPINGS = "/api/v1/imports/mappings";
    private static final String MAPPING = """
            system: crm-de
            record: deal
            columns: {id: Nummer, name: Chance, stage: Phase, status: Phase, amount: Betrag, closeDate: Ende, created: Beginn}
            values: {status: {Gewonnen: WON, Verhandlung: OPEN}}
            defaults: {currency: EUR}
            """;

    @TempDir
    static Path folder;

    private static PlatformProcess platform;
    private static ApiClient admin;

    @BeforeAll
    static void start() throws IOException {
        platform = PlatformProcess.start(
                folder.resolve("data"),
                "-Dbinnacle.plugins.allow.unsigned=" + LEDGER,
                "-Dbinnacle.plugins.probation.seconds=0");
        admin = platform.admin();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Test
    void a_plugin_brings_a_format_and_takes_it_along() throws IOException {
        List<Path> customers = file("customers.csv", "debtor,company\n17,Northwind\n18,\n19,Contoso\n");
        refusedAsUnknown(customers);

        succeeded(admin.upload("/api/v1/plugins", "plugin", List.of(plugin().write(folder))));
        JsonNode report = succeeded(admin.upload("/api/v1/imports", customers));

        JsonNode read = report.path("files").path(0);
        assertThat(read.path("format").asText()).isEqualTo("ledger customers");
        assertThat(read.path("accepted").asInt()).isEqualTo(2);
        assertThat(read.path("errors")).hasSize(1);
        assertThat(read.path("errors").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(read.path("errors").path(0).path("code").asText()).isEqualTo("MISSING_VALUE");
        assertThat(succeeded(admin.upload("/api/v1/imports", customers))
                        .path("outcome")
                        .path("events")
                        .asInt())
                .isZero();

        succeeded(admin.delete("/api/v1/plugins/" + LEDGER + "?data=keep"));
        refusedAsUnknown(customers);
        assertThat(admin.get("/api/v1/pipeline/accounts").body()).contains("Northwind", "Contoso");
    }

    @Test
    void a_mapping_is_written_used_by_name_changed_and_removed() throws IOException {
        List<Path> deals = file(
                "deals.csv",
                "Nummer;Chance;Phase;Betrag;Ende;Beginn\n7;Rahmenvertrag;Verhandlung;1.234,50;31.12.2026;05.01.2026\n");
        String one = MAPPINGS + "/Vertrieb";
        refusedAsUnknown(deals);

        Response written = write(one, MAPPING, Map.of());
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(admin.get(MAPPINGS).json()).hasSize(1);
        JsonNode read = succeeded(admin.upload("/api/v1/imports?mapping=Vertrieb", deals))
                .path("files")
                .path(0);
        assertThat(read.path("format").asText()).isEqualTo("Vertrieb");
        assertThat(read.path("totals").path(0).path("amount").decimalValue()).isEqualByComparingTo("1234.50");

        assertThat(write(one, MAPPING, Map.of()).status()).isEqualTo(428);
        Map<String, String> version = Map.of("If-Match", written.header("ETag"));
        assertThat(write(one, MAPPING + "optional: [amount]\n", version).status())
                .isEqualTo(200);
        assertThat(write(one, MAPPING, version).status()).isEqualTo(412);
        assertThat(write(MAPPINGS + "/wrong", "record: deal\n", Map.of()).status())
                .isEqualTo(422);

        Map<String, String> newest = Map.of("If-Match", admin.get(one).header("ETag"));
        assertThat(admin.send("DELETE", one, BodyPublishers.noBody(), newest).status())
                .isEqualTo(204);
        assertThat(admin.get(one).status()).isEqualTo(404);
        refusedAsUnknown(deals);
    }

    private static PluginFile plugin() {
        return PluginFile.of(LEDGER, "1.0.0")
                .source("Ledger", FORMAT)
                .component("Ledger", "io.binnacle.pipeline.api.imports.ImportFormat", Map.of());
    }

    private static Response write(String path, String text, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        String body = Json.write(Json.object().put("text", text));
        return admin.send("PUT", path, BodyPublishers.ofString(body), all);
    }

    private static void refusedAsUnknown(List<Path> files) {
        Response refused = admin.upload("/api/v1/imports", files);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("UNKNOWN_FILE");
    }

    private static JsonNode succeeded(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        return operation.path("result");
    }

    private static List<Path> file(String name, String text) throws IOException {
        return List.of(Files.writeString(folder.resolve(name), text));
    }
}
