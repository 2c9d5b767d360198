package io.binnacle.platform.storage.journal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Rows in the text format of PostgreSQL's COPY: tabs between columns, a line feed after each row. */
public final class CopyText {

    private final StringBuilder text = new StringBuilder();

    /** Adds a row; a null is one in the table too. */
    public CopyText row(Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            if (columns[i] == null) {
                text.append("\\N");
            } else {
                escape(columns[i].toString());
            }
        }
        text.append('\n');
        return this;
    }

    private void escape(String column) {
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** All rows, for {@code COPY … FROM STDIN}. */
    public InputStream stream() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
