package io.binnacle.platform.plugins.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks a configuration against the part of JSON Schema that configurations need: type, enum, required,
 * properties, additionalProperties (false), items, minimum, maximum, minLength, maxLength, pattern.
 */
final class ConfigSchema {

    private final JsonNode schema;
    private final List<FieldError> errors = new ArrayList<>();

    ConfigSchema(ObjectNode schema) {
        this.schema = schema;
    }

    /** For a plugin that has nothing to configure. */
    static List<FieldError> nothing() {
        return List.of(new FieldError("", "UNKNOWN_FIELD", "this plugin has nothing to configure"));
    }

    List<FieldError> errors(JsonNode value) {
        check(schema, value, "");
        return List.copyOf(errors);
    }

    private void check(JsonNode rule, JsonNode value, String at) {
        if (rule.has("type") && !isOfType(rule.get("type"), value)) {
            error(at, "WRONG_TYPE", "must be of the type " + rule.get("type") + ", not " + value);
            return;
        }
        if (rule.has("enum") && !contains(rule.get("enum"), value)) {
            error(at, "NOT_ALLOWED", "must be one of " + rule.get("enum") + ", not " + value);
        }
        if (value.isNumber()) {
            checkNumber(rule, value, at);
        } else if (value.isTextual()) {
            checkText(rule, value.textValue(), at);
        } else if (value.isArray()) {
            for (int i = 0; rule.has("items") && i < value.size(); i++) {
                check(rule.get("items"), value.get(i), at + "/" + i);
            }
        } else if (value.isObject()) {
            checkObject(rule, value, at);
        }
    }

    private void checkObject(JsonNode rule, JsonNode value, String at) {
        for (JsonNode name : rule.path("required")) {
            if (!value.has(name.asText())) {
                error(at + "/" + name.asText(), "MISSING", "must be there");
            }
        }
        JsonNode properties = rule.path("properties");
        boolean closed = rule.path("additionalProperties").isBoolean()
                && !rule.path("additionalProperties").booleanValue();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String pointer = at + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            if (properties.has(field.getKey())) {
                check(properties.get(field.getKey()), field.getValue(), pointer);
            } else if (closed) {
                error(pointer, "UNKNOWN_FIELD", "is not known; known: " + names(properties));
            }
        }
    }

    private void checkNumber(JsonNode rule, JsonNode value, String at) {
        if (rule.has("minimum")
                && value.decimalValue().compareTo(rule.get("minimum").decimalValue()) < 0) {
            error(at, "TOO_SMALL", "must be at least " + rule.get("minimum"));
        }
        if (rule.has("maximum")
                && value.decimalValue().compareTo(rule.get("maximum").decimalValue()) > 0) {
            error(at, "TOO_LARGE", "must be at most " + rule.get("maximum"));
        }
    }

    private void checkText(JsonNode rule, String value, String at) {
        if (value.length() < rule.path("minLength").asInt(0)) {
            error(at, "TOO_SHORT", "must have at least " + rule.get("minLength") + " characters");
        }
        if (value.length() > rule.path("maxLength").asInt(Integer.MAX_VALUE)) {
            error(at, "TOO_LONG", "must have at most " + rule.get("maxLength") + " characters");
        }
        if (rule.has("pattern")
                && !java.util.regex.Pattern.compile(rule.get("pattern").asText())
                        .matcher(value)
                        .find()) {
            error(at, "WRONG_FORM", "must match " + rule.get("pattern"));
        }
    }

    private void error(String at, String code, String detail) {
        errors.add(new FieldError(at, code, (at.isEmpty() ? "the configuration" : at) + " " + detail));
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isOfType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
