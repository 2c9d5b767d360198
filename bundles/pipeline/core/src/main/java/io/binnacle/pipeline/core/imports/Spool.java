package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.core.imports.file.CsvFile.Line;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows parted on the disk, so that all rows of one deal lie in one part and a part fits into memory, however
 * large the files are. Parts keep the order in which rows were added. For one thread at a time.
 */
final class Spool implements AutoCloseable {

    /** A row, and which of the files it is from. */
    record Spooled(int file, Line line) {}

    private final List<Path> paths = new ArrayList<>();
    private final List<DataOutputStream> parts = new ArrayList<>();

    Spool(Path folder, int parts) {
        try {
            for (int i = 0; i < parts; i++) {
                Path path = folder.resolve("part-" + i);
                paths.add(path);
                this.parts.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int parts() {
        return paths.size();
    }

    /** Adds a row to the part that its key belongs to. */
    void add(String key, int file, Line line) {
        DataOutputStream part = parts.get(Math.floorMod(key.hashCode() * 0x9E3779B9, paths.size()));
        try {
            part.writeInt(file);
            part.writeLong(line.number());
            part.writeInt(line.fields().size());
            for (String field : line.fields()) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                part.writeInt(bytes.length);
                part.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the writing. */
    @Override
    public void close() {
        try {
            for (DataOutputStream part : parts) {
                part.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one part, once the writing has ended. */
    List<Spooled> read(int part) {
        List<Spooled> rows = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(paths.get(part))))) {
            while (true) {
                rows.add(next(in));
            }
        } catch (EOFException end) {
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Spooled next(DataInputStream in) throws IOException {
        int file = in.readInt();
        long number = in.readLong();
        int width = in.readInt();
        List<String> fields = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            fields.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return new Spooled(file, new Line(number, fields));
    }
}
