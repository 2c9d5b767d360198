package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.PipelineError.INVALID_MAPPING;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.imports.mapping.Mapping.Source;
import io.binnacle.platform.api.error.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a mapping of its text; tells everything that is wrong with it by line. */
public final class MappingReader {

    private static final Set<String> KEYS =
            Set.of("name", "system", "record", "types", "columns", "optional", "values", "defaults", "ids", "formats");
    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final MappingText text;
    private final List<FieldError> errors = new ArrayList<>();

    private MappingReader(MappingText text) {
        this.text = text;
    }

    /**
     * The format that a mapping tells.
     *
     * @param name its name, which a text that is kept under a name need not repeat
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_MAPPING with each fault and its line
     */
    public static MappedFormat read(Optional<String> name, String text) {
        return new MappedFormat(new MappingReader(MappingText.of(text)).mapping(name));
    }

    private Mapping mapping(Optional<String> name) {
        JsonNode root = text.root();
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                error("/" + key, "UNKNOWN_KEY", "'" + key + "' is not one of " + sorted(KEYS));
            }
        });
        String system = system(root.path("system").asText(""));
        Optional<RecordKind> record = RecordKind.of(root.path("record").asText(""));
        if (record.isEmpty()) {
            error("/record", "UNKNOWN_RECORD", "record says what a row is: one of " + RecordKind.labels());
        }
        Map<String, Source> columns = columns(root.path("columns"));
        Map<String, String> defaults = texts("/defaults", root.path("defaults"));
        record.ifPresent(kind -> check(kind, columns, defaults, root));
        Mapping mapping = new Mapping(
                name.orElse(root.path("name").asText("unnamed")),
                system,
                record.orElse(RecordKind.DEAL),
                texts("/types", root.path("types")),
                columns,
                list(root.path("optional")),
                values(root.path("values")),
                defaults,
                ids(root.path("ids")),
                new ChoiceReader(this::error).of(texts("/formats", root.path("formats"))));
        refuseFaults();
        return mapping;
    }

    private String system(String system) {
        if (!SYSTEM.matcher(system).matches()) {
            error("/system", "INVALID_SYSTEM", "system names where the files come from, such as hubspot");
        }
        return system;
    }

    private void check(RecordKind kind, Map<String, Source> columns, Map<String, String> defaults, JsonNode root) {
        List<String> fields = kind.fields().stream().map(Field::name).toList();
        for (String part : List.of("columns", "values", "defaults")) {
            root.path(part).fieldNames().forEachRemaining(field -> {
                if (!fields.contains(field)) {
                    error("/" + part + "/" + field, "UNKNOWN_FIELD", "'" + field + "' is not one of " + fields);
                }
            });
        }
        for (Field field : kind.fields()) {
            if (field.required() && !columns.containsKey(field.name()) && !defaults.containsKey(field.name())) {
                error("/columns", "MISSING_FIELD", "say in which column '" + field.name() + "' stands");
            }
        }
    }

    private Map<String, Source> columns(JsonNode node) {
        Map<String, Source> columns = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            JsonNode source = entry.getValue();
            boolean joined = source.path("join").isArray();
            List<String> headers = list(joined ? source.get("join") : source);
            if (headers.isEmpty()) {
                error(
                        "/columns/" + entry.getKey(),
                        "MISSING_HEADER",
                        "write a header, a list of what it may be called, or {join: [headers that make it together]}");
            } else {
                columns.put(entry.getKey(), new Source(headers, joined));
            }
        });
        return columns;
    }

    private Map<String, Map<String, String>> values(JsonNode node) {
        Map<String, Map<String, String>> values = new HashMap<>();
        node.properties().forEach(entry -> {
            Map<String, String> translations = new LinkedHashMap<>();
            texts("/values/" + entry.getKey(), entry.getValue())
                    .forEach((from, to) -> translations.put(from.toLowerCase(Locale.ROOT), to));
            values.put(entry.getKey(), translations);
        });
        return values;
    }

    private Map<String, String> texts(String pointer, JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            } else {
                error(pointer + "/" + entry.getKey(), "NOT_A_TEXT", "write a text");
            }
        });
        return texts;
    }

    private Optional<String> ids(JsonNode node) {
        try {
            return Optional.of(node.asText(""))
                    .filter(pattern -> !pattern.isEmpty())
                    .map(Pattern::compile)
                    .map(Pattern::pattern);
        } catch (PatternSyntaxException e) {
            error("/ids", "INVALID_PATTERN", "ids is a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private static List<String> list(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(item -> texts.add(item.asText()));
        return texts.stream()
                .map(String::strip)
                .filter(header -> !header.isEmpty())
                .toList();
    }

    void error(String pointer, String code, String detail) {
        int line = text.line(pointer);
        errors.add(new FieldError("/" + line, code, "line " + line + ": " + detail));
    }

    private void refuseFaults() {
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(
                    error -> Integer.parseInt(error.pointer().substring(1))));
            throw INVALID_MAPPING
                    .because("the mapping cannot be used: %s", errors.get(0).detail())
                    .at(errors);
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
