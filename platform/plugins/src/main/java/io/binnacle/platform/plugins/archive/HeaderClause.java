package io.binnacle.platform.plugins.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One clause of a manifest header such as {@code Import-Package} (OSGi Core, section 3.2.4).
 *
 * @param paths what stands before the first parameter
 * @param parameters attributes by name, directives by name with a colon behind
 */
record HeaderClause(List<String> paths, Map<String, String> parameters) {

    static List<HeaderClause> parse(String header) {
        return header == null || header.isBlank()
                ? List.of()
                : split(header, ',').stream().map(HeaderClause::clause).toList();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static HeaderClause clause(String text) {
        List<String> paths = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>();
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                paths.add(part.strip());
            } else {
                parameters.put(name(part.substring(0, equals)), unquoted(part.substring(equals + 1)));
            }
        }
        return new HeaderClause(paths, parameters);
    }

    /** {@code version:Version} is an attribute with a type, {@code resolution:} a directive. */
    private static String name(String text) {
        String name = text.strip();
        int colon = name.indexOf(':');
        return colon < 0 || colon == name.length() - 1 ? name : name.substring(0, colon);
    }

    private static String unquoted(String text) {
        String value = text.strip();
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
