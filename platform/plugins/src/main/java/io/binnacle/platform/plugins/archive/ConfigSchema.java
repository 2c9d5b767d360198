package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_MANIFEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.binnacle.platform.api.error.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a plugin accepts as its configuration, as a JSON Schema of draft 2020-12. It can refer to its own parts only:
 * nothing is fetched from anywhere.
 */
public final class ConfigSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/";
    private static final String PLACE = "/config";

    private final ObjectNode text;
    private final SchemaRegistry registry;

    public ConfigSchema(ObjectNode text) {
        this.text = text;
        this.registry = SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> builder.schemaLoader(
                        loader -> loader.allow(address -> address.toString().startsWith(DRAFT)))
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .locale(Locale.ENGLISH)
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    /** Refuses a plugin whose schema is none, before anything else is done with it. */
    void requireValid() {
        List<FieldError> errors = faults();
        if (!errors.isEmpty()) {
            throw PLUGIN_MANIFEST_INVALID
                    .because("the schema of the plugin's configuration is no JSON Schema of draft 2020-12")
                    .at(errors);
        }
    }

    /** What is wrong with a configuration; the code of each error is the keyword of the schema that says so. */
    public List<FieldError> errors(JsonNode config) {
        return schema().validate(config).stream().map(error -> error(error, "")).toList();
    }

    private List<FieldError> faults() {
        try {
            Schema draft = registry.getSchema(SchemaLocation.of(DRAFT + "schema"));
            List<FieldError> faults = draft.validate(text).stream()
                    .map(error -> error(error, PLACE))
                    .toList();
            if (faults.isEmpty()) {
                schema().initializeValidators();
            }
            return faults;
        } catch (SchemaException e) {
            return List.of(new FieldError(PLACE, "NO_SCHEMA", PLACE + ": " + e.getMessage()));
        }
    }

    private Schema schema() {
        return registry.getSchema(text);
    }

    private static FieldError error(Error error, String place) {
        String pointer = Stream.ofNullable(error.getProperty())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .reduce(place + error.getInstanceLocation(), String::concat);
        String code = error.getKeyword().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return new FieldError(pointer, code, pointer + " " + error.getMessage());
    }
}
