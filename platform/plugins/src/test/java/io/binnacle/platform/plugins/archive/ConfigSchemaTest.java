package io.binnacle.platform.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.plugins.PluginError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigSchemaTest {

    private static final String SCHEMA = """
            {"type": "object", "required": ["url"], "additionalProperties": false,
             "properties": {
               "url": {"type": "string", "format": "uri", "pattern": "^https:"},
               "retries": {"type": "integer", "minimum": 0, "maximum": 5},
               "regions": {"type": "array", "items": {"enum": ["emea", "apac"]}, "uniqueItems": true},
               "mail": {"$ref": "#/$defs/mail"}},
             "$defs": {"mail": {"type": "string", "format": "email"}},
             "if": {"required": ["mail"]}, "then": {"required": ["retries"]}}
            """;

    @Test
    void a_configuration_that_fits_has_no_errors() {
        assertThat(schema(SCHEMA)
                        .errors(json("{\"url\":\"https://a.example\",\"retries\":2,\"regions\":[\"emea\"],"
                                + "\"mail\":\"a@b.org\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                               | /url       | REQUIRED
                    {"url":"https://a.example","more":1}             | /more      | ADDITIONAL_PROPERTIES
                    {"url":5}                                        | /url       | TYPE
                    {"url":"http://a.example"}                       | /url       | PATTERN
                    {"url":"https:// a"}                             | /url       | FORMAT
                    {"url":"https://a.example","retries":6}          | /retries   | MAXIMUM
                    {"url":"https://a.example","retries":1.5}        | /retries   | TYPE
                    {"url":"https://a.example","regions":["x"]}      | /regions/0 | ENUM
                    {"url":"https://a.example","regions":["emea","emea"]} | /regions | UNIQUE_ITEMS
                    {"url":"https://a.example","mail":"a@b.org"} | /retries   | REQUIRED
                    {"url":"https://a.example","mail":"a","retries":1} | /mail    | FORMAT
                    """)
    void what_does_not_fit_is_told_with_its_place_and_the_keyword(String config, String pointer, String code) {
        assertThat(schema(SCHEMA).errors(json(config)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type": "text"}                                  | /config/type
                    {"properties": {"a": {"minimum": "one"}}}         | /config/properties/a/minimum
                    {"required": "a"}                                 | /config/required
                    {"properties": {"a": {"pattern": "("}}}           | /config
                    {"$ref": "#/$defs/absent"}                        | /config
                    {"properties": {"a": {"$ref": "https://schemas.example/a.json"}}} | /config
                    {"properties": {"a": {"$ref": "file:///etc/passwd"}}} | /config
                    {"properties": {"a": {"$ref": "classpath:draft-07/schema"}}} | /config
                    {"$schema": "http://json-schema.org/draft-07/schema#"} | /config
                    """)
    void a_schema_that_is_none_is_refused_before_anybody_configures_anything(String schema, String pointer) {
        PlatformException refusal = catchThrowableOfType(
                PlatformException.class, () -> schema(schema).requireValid());

        assertThat(refusal).as(schema).isNotNull();
        assertThat(refusal.code()).isEqualTo(PluginError.PLUGIN_MANIFEST_INVALID);
        assertThat(refusal.fields()).extracting(FieldError::pointer).anyMatch(at -> at.startsWith(pointer));
    }

    @Test
    void a_schema_of_the_draft_is_taken() {
        assertThatCode(() -> schema(SCHEMA).requireValid()).doesNotThrowAnyException();
    }

    private static ConfigSchema schema(String text) {
        return new ConfigSchema((ObjectNode) json(text));
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }
}
