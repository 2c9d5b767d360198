package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.imports.ImportRow;
import io.binnacle.pipeline.core.imports.mapping.Mapping.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The fields of one row, through a mapping. */
record Values(ImportRow row, Mapping mapping) {

    private static final String ANY = "*";
    private static final String BETWEEN = " | ";

    /** The names of the columns that a field stands in. */
    static List<String> columns(String field, Source source) {
        return source.joined()
                ? IntStream.range(0, source.headers().size())
                        .mapToObj(i -> field + "." + (i + 1))
                        .toList()
                : List.of(field);
    }

    boolean has(String field) {
        return mapping.columns().containsKey(field) || mapping.defaults().containsKey(field);
    }

    /** The text of a field, translated if the mapping says so, or its default. */
    Optional<String> text(String field) {
        return source(field)
                .map(text -> translated(field, text).orElse(text))
                .or(() -> Optional.ofNullable(mapping.defaults().get(field)));
    }

    /** A text that must be there. */
    Optional<String> required(String field) {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            columns(field).forEach(row::required);
        }
        return text;
    }

    /** A constant that a text was translated to; an error when it is none. */
    <E extends Enum<E>> Optional<E> constant(String field, Class<E> type, String code) {
        Optional<String> text = text(field);
        Optional<E> constant = text.flatMap(name -> constant(type, name));
        if (text.isPresent() && constant.isEmpty()) {
            row.error(field, code, "'" + text.get() + "' stands for none of " + names(field, type));
        }
        return constant;
    }

    /** A constant that a text stands for; empty when it stands for none. */
    <E extends Enum<E>> Optional<E> maybe(String field, Class<E> type) {
        return text(field).flatMap(name -> constant(type, name));
    }

    /** A thing of the other system, by the id in a field. */
    Optional<ExternalRef> ref(String field, String ours) {
        return text(field).map(id -> new ExternalRef(mapping.system(), mapping.type(ours), id));
    }

    /** The same for a field that must not be empty. */
    Optional<ExternalRef> requiredRef(String field, String ours) {
        return required(field).map(id -> new ExternalRef(mapping.system(), mapping.type(ours), id));
    }

    /** A thing that is known by its name alone, whatever its case and blanks. */
    ExternalRef named(String name, String ours) {
        String id = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return new ExternalRef(mapping.system(), ours + " name", id);
    }

    private Optional<String> source(String field) {
        Source source = mapping.columns().get(field);
        if (source == null) {
            return Optional.empty();
        }
        if (!source.joined()) {
            return row.text(field);
        }
        String text = columns(field).stream()
                .map(column -> row.text(column).orElse(""))
                .collect(Collectors.joining(BETWEEN));
        return text.replace(BETWEEN, "").isBlank() ? Optional.empty() : Optional.of(text);
    }

    private List<String> columns(String field) {
        Source source = mapping.columns().get(field);
        return source == null ? List.of(field) : columns(field, source);
    }

    private Optional<String> translated(String field, String text) {
        Map<String, String> values = mapping.values().getOrDefault(field, Map.of());
        return Optional.ofNullable(values.get(text.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(values.get(ANY)));
    }

    private <E extends Enum<E>> String names(String field, Class<E> type) {
        Map<String, String> values = mapping.values().getOrDefault(field, Map.of());
        return values.isEmpty()
                ? Arrays.toString(type.getEnumConstants())
                : values.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
