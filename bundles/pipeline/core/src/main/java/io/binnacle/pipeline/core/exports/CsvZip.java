package io.binnacle.pipeline.core.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip of tables, one after the other, each written as its rows come. */
final class CsvZip implements AutoCloseable {

    private final ZipOutputStream zip;

    CsvZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** A row of a table, with a value for each of its columns. */
    @FunctionalInterface
    interface Rows {
        void add(Object... values);
    }

    /** Adds the table {@code name} with the rows that {@code source} brings. */
    void table(String name, List<String> columns, Consumer<Rows> source) {
        try {
            zip.putNextEntry(new ZipEntry(name + ".csv"));
            Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord(columns);
            source.accept(values -> csv.writeRecord(cells(name, columns, values)));
            csv.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String name, List<String> columns, Object[] values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(name + " has the columns " + columns);
        }
        return Arrays.stream(values).map(Cells::of).toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
