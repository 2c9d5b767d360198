package io.binnacle.pipeline.core.store;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** Rows in PostgreSQL's CSV form, made as they are read: what is sent is never in memory as a whole. */
final class CopyRows extends InputStream {

    private final Iterator<? extends List<?>> rows;
    private byte[] line = {};
    private int next;

    CopyRows(Iterator<? extends List<?>> rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        return fill() ? line[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean fill() {
        if (next == line.length && rows.hasNext()) {
            line = lines().getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return next < line.length;
    }

    private String lines() {
        StringBuilder text = new StringBuilder();
        while (text.length() < 1 << 16 && rows.hasNext()) {
            String separator = "";
            for (Object value : rows.next()) {
                text.append(separator);
                write(value, text);
                separator = ",";
            }
            text.append('\n');
        }
        return text.toString();
    }

    // An empty field is a null; a quoted one never is.
    private static void write(Object value, StringBuilder text) {
        if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value != null) {
            text.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
        }
    }
}
