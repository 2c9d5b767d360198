package io.binnacle.pipeline.core.imports;

import static io.binnacle.pipeline.api.PipelineError.UNREADABLE_FILE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Files that were sent, on the disk until the import has ended; a zip stands for the files in it. */
public final class Uploads implements AutoCloseable {

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_BYTES = 4L << 30;

    /** One file. */
    public record Sent(String name, Path path) {}

    private final Path folder;
    private final List<Sent> files = new ArrayList<>();

    public Uploads() {
        try {
            folder = Files.createTempDirectory("binnacle-import");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a file, or the files in a zip.
     *
     * @throws io.binnacle.platform.api.error.PlatformException UNREADABLE_FILE for a broken or excessive zip
     */
    public Uploads add(String name, InputStream content) {
        try {
            Sent sent = keep(name, content, MOST_BYTES);
            if (isZip(sent.path())) {
                files.remove(sent);
                expand(sent);
            }
            return this;
        } catch (ZipException e) {
            throw UNREADABLE_FILE
                    .because("%s is a broken zip: %s", name, e.getMessage())
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Sent> files() {
        return List.copyOf(files);
    }

    /** An empty folder for the work of the import. */
    public Path workFolder() {
        try {
            return Files.createDirectories(folder.resolve("work"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expand(Sent zip) throws IOException {
        long left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip.path()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                refuseWorkbook(zip.name(), entry.getName());
                if (!entry.isDirectory()
                        && entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    left -= Files.size(keep(fileName(entry), in, left).path());
                }
                if (files.size() > MOST_ENTRIES) {
                    throw UNREADABLE_FILE.because("%s holds more than %d files", zip.name(), MOST_ENTRIES);
                }
            }
        }
        if (files.isEmpty()) {
            throw UNREADABLE_FILE.because("%s is an archive without a file whose name ends in .csv", zip.name());
        }
    }

    private static void refuseWorkbook(String zip, String entry) {
        if (entry.equals("[Content_Types].xml")) {
            throw UNREADABLE_FILE.because("%s is a workbook, not a text; save the sheet as CSV", zip);
        }
    }

    private static String fileName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private Sent keep(String name, InputStream content, long most) throws IOException {
        Sent sent = new Sent(name, Files.createTempFile(folder, "file", ".csv"));
        try (OutputStream out = Files.newOutputStream(sent.path())) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw UNREADABLE_FILE.because("%s is larger than %d bytes", name, MOST_BYTES);
                }
                out.write(buffer, 0, read);
            }
        }
        files.add(sent);
        return sent;
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        }
    }
}
