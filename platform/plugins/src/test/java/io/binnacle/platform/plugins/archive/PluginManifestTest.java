package io.binnacle.platform.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginManifestTest {

    private static final Schema SCHEMA = schema();

    private static final String FULL = """
            {"format": 1, "id": "io.acme.energy", "version": "1.2.0", "name": "Energy", "publisher": "acme",
             "description": "Power and gas.", "platform": "[0.1,1)", "spi": {"io.binnacle.insights.api": "[1.0,2)"},
             "permissions": ["tables", "routes"], "config": {"type": "object"}, "dataVersion": 1,
             "bundles": [{"path": "bundles/energy.jar", "sha256": "%1$s"}],
             "content": [{"path": "content/de/pack.json", "sha256": "%1$s"}], "kind": "industry-pack"}
            """.formatted("0".repeat(64));

    @Test
    void reads_every_field_and_writes_it_again() throws IOException {
        PluginManifest manifest = PluginManifest.parse(bytes(FULL));

        assertThat(manifest.version()).hasToString("1.2.0");
        assertThat(manifest.schema()).isEqualTo("plugin_io_acme_energy");
        assertThat(manifest.permissions()).containsExactly(Permission.ROUTES, Permission.TABLES);
        assertThat(manifest.spi().get("io.binnacle.insights.api")).hasToString("[1.0.0,2.0.0)");
        assertThat(PluginManifest.parse(bytes(Json.write(manifest.toJson())))).isEqualTo(manifest);
        assertThat(accepts(FULL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "spi", "permissions", "config", "dataVersion", "bundles", "content", "kind"})
    void some_fields_may_be_left_out(String field) throws IOException {
        String without = Json.write(((ObjectNode) Json.mapper().readTree(FULL)).without(field));

        assertThat(PluginManifest.parse(bytes(without)).id()).isEqualTo("io.acme.energy");
        assertThat(accepts(without)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "id", "version", "name", "publisher", "platform"})
    void others_may_not(String field) throws IOException {
        String without = Json.write(((ObjectNode) Json.mapper().readTree(FULL)).without(field));

        assertThat(refusal(without).fields()).extracting(FieldError::pointer).containsExactly("/" + field);
        assertThat(accepts(without)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /format                | 2
                    /format                | "1"
                    /id                    | "energy"
                    /id                    | "io.Acme"
                    /id                    | "io.acme.my-plugin"
                    /id                    | 7
                    /version               | "1.2"
                    /version               | "01.2.3"
                    /version               | "1.2.3-beta"
                    /name                  | ""
                    /name                  | "two\\nlines"
                    /name                  | null
                    /publisher             | "Acme Inc."
                    /publisher             | "../acme"
                    /platform              | "[1,2"
                    /platform              | ">=1"
                    /spi                   | ["io.binnacle.insights.api"]
                    /spi                   | {"io.binnacle.insights.api": 1}
                    /permissions           | ["root"]
                    /permissions           | ["routes", "routes"]
                    /permissions           | "routes"
                    /config                | "object"
                    /dataVersion           | -1
                    /dataVersion           | 1.5
                    /dataVersion           | 99999999999
                    /kind                  | "pack"
                    /bundles/0/path        | "bundles/../energy.jar"
                    /bundles/0/path        | "bundles/more/energy.jar"
                    /bundles/0/path        | "energy.jar"
                    /bundles/0/sha256      | "abc"
                    /content/0/path        | "content/pack.yaml"
                    /content/0/path        | "content//pack.json"
                    /content/0             | "content/pack.json"
                    /bundles               | {}
                    /unknown               | 1
                    /bundles/0/size        | 1
                    """)
    void refuses_by_field_what_the_schema_refuses_too(String pointer, String value) throws IOException {
        String wrong = with(pointer, value);

        assertThat(refusal(wrong).fields())
                .extracting(FieldError::pointer)
                .allMatch(found -> found.startsWith(pointer))
                .isNotEmpty();
        assertThat(accepts(wrong)).isFalse();
    }

    @Test
    void a_plugin_with_tables_has_an_id_that_the_database_does_not_cut_off() throws IOException {
        String wrong = with("/id", "\"io." + "a".repeat(60) + "\"");

        assertThat(refusal(wrong)).hasMessageContaining("at most 56 characters");
        assertThat(accepts(wrong)).isFalse();
    }

    @Test
    void a_plugin_has_at_least_one_file() throws IOException {
        ObjectNode none = (ObjectNode) Json.mapper().readTree(with("/bundles", "[]"));
        none.putArray("content");

        assertThat(refusal(Json.write(none))).hasMessageContaining("at least one file");
        assertThat(accepts(Json.write(none))).isFalse();
    }

    @Test
    void tells_all_that_is_wrong_at_once() throws IOException {
        ObjectNode wrong = (ObjectNode) Json.mapper().readTree(FULL);
        wrong.put("id", "Energy").put("version", "1").remove("publisher");

        assertThat(refusal(Json.write(wrong)).fields())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/id", "/version", "/publisher");
        assertThat(refusal(Json.write(wrong)))
                .hasMessageContaining("id: must be")
                .hasMessageContaining("(and 2 more)");
    }

    /** What a schema cannot say: the parser alone knows. */
    @Test
    void refuses_empty_ranges_and_files_that_are_the_same_on_some_disks() {
        assertThat(refusal(FULL.replace("[0.1,1)", "[2,1)"))).hasMessageContaining("range of versions");
        assertThat(refusal(FULL.replace(
                        "\"bundles\": [",
                        "\"bundles\": [{\"path\": \"bundles/Energy.jar\", \"sha256\": \"" + "0".repeat(64) + "\"},")))
                .hasMessageContaining("listed twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"format\":1,\"format\":1}", "{} {}", "{\"id\":", "not json"})
    void refuses_what_is_no_strict_json(String text) {
        assertThatThrownBy(() -> PluginManifest.parse(bytes(text)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("plugin.json");
    }

    private static String with(String pointer, String value) throws IOException {
        ObjectNode json = (ObjectNode) Json.mapper().readTree(FULL);
        int slash = pointer.lastIndexOf('/');
        String name = pointer.substring(slash + 1);
        JsonNode parent = json.at(pointer.substring(0, slash));
        JsonNode node = Json.mapper().readTree(value);
        if (parent instanceof ObjectNode object) {
            object.set(name, node);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), node);
        }
        return Json.write(json);
    }

    private static PlatformException refusal(String json) {
        return catchThrowableOfType(PlatformException.class, () -> PluginManifest.parse(bytes(json)));
    }

    private static boolean accepts(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("../../docs/reference/plugin.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
