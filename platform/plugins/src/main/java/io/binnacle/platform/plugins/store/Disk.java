package io.binnacle.platform.plugins.store;

import static io.binnacle.platform.api.error.PlatformError.DISK_FULL;
import static io.binnacle.platform.api.error.PlatformError.INTERNAL_ERROR;

import io.binnacle.platform.api.error.PlatformException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** What it takes for a file to be there after a power cut. */
final class Disk {

    private static final String TEMPORARY = ".tmp";
    private static final long ALMOST_NOTHING = 64 * 1024;

    private Disk() {}

    /** Replaces {@code file} as a whole: after a crash it is the old one or the new one, and complete. */
    static void replace(Path file, byte[] content, String prepared, String done) {
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        try {
            write(temporary, content);
            CrashPoint.at(prepared);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(file.getParent());
        } catch (IOException e) {
            temporary.toFile().delete();
            throw failure(file, e);
        }
        CrashPoint.at(done);
    }

    /** Whether {@code file} was on its way to take the place of another when the platform died. */
    static boolean isTemporary(Path file) {
        return file.toString().endsWith(TEMPORARY);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Forces one file, or the names in one folder, to disk. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Forces everything below {@code folder} to disk and takes the right to change the files in it. */
    static void seal(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                sync(file);
                permit(file, "r--r--r--");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                sync(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes {@code path} with everything below it; what is not there is no failure. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
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
    }

    static PlatformException failure(Path where, IOException failure) {
        if (isFull(where, failure)) {
            return DISK_FULL
                    .because(
                            "the disk is full, so %s was not written and nothing was changed; free some space and"
                                    + " try again",
                            where)
                    .causedBy(failure);
        }
        return INTERNAL_ERROR
                .because(
                        "%s cannot be used (%s), so nothing was changed; check the data folder", where, reason(failure))
                .causedBy(failure);
    }

    /** The text comes from the operating system, perhaps in another language, so the space left decides too. */
    private static boolean isFull(Path where, IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("quota exceeded")) {
            return true;
        }
        try {
            return Files.getFileStore(where.getParent()).getUsableSpace() < ALMOST_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static void permit(Path file, String permissions) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
