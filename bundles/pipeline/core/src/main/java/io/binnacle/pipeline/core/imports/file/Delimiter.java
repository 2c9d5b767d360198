package io.binnacle.pipeline.core.imports.file;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What stands between the fields of a row. */
public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** Its name for a person. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one by which most of the first lines have the same, and a large, number of fields. */
    static Delimiter of(String beginning) {
        return Arrays.stream(values())
                .max(Comparator.comparingLong((Delimiter delimiter) -> delimiter.weight(beginning))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private long weight(String beginning) {
        Map<Integer, Integer> lines = counts(beginning);
        return lines.entrySet().stream()
                .mapToLong(entry -> (long) entry.getKey() * entry.getValue())
                .max()
                .orElse(0);
    }

    /** How many lines have how many of it, outside of quotes. */
    private Map<Integer, Integer> counts(String beginning) {
        Map<Integer, Integer> lines = new HashMap<>();
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < beginning.length(); i++) {
            char c = beginning.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '\n') {
                lines.merge(count, 1, Integer::sum);
                count = 0;
            }
            count += !quoted && c == character ? 1 : 0;
        }
        lines.merge(count, 1, Integer::sum);
        return lines;
    }
}
