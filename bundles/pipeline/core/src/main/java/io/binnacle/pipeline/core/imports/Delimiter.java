package io.binnacle.pipeline.core.imports;

import java.util.Arrays;
import java.util.Comparator;

/** What stands between the fields of a row. */
enum Delimiter {
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

    /** The one that stands most often in the header, outside of quotes. */
    static Delimiter of(String text) {
        return Arrays.stream(values())
                .max(Comparator.comparingLong((Delimiter delimiter) -> delimiter.count(text))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private long count(String text) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                return count;
            }
            count += !quoted && c == character ? 1 : 0;
        }
        return count;
    }
}
