package io.binnacle.platform.storage.exports;

import io.binnacle.platform.storage.exports.Manifest.ArchivedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file of lines in an archive, counted and hashed as it is written; one without lines is not there. */
final class Lines {

    private final MessageDigest digest = Digests.sha256();
    private final ZipOutputStream zip;
    private final String name;
    private final String entityType;
    private long count;
    private long bytes;

    Lines(ZipOutputStream zip, String name, String entityType) {
        this.zip = zip;
        this.name = name;
        this.entityType = entityType;
    }

    long count() {
        return count;
    }

    void add(String line) {
        byte[] written = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (count++ == 0) {
                zip.putNextEntry(new ZipEntry(name));
            }
            zip.write(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update(written);
        bytes += written.length;
    }

    Optional<ArchivedFile> end() {
        if (count == 0) {
            return Optional.empty();
        }
        try {
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return Optional.of(new ArchivedFile(name, entityType, count, bytes, hash));
    }
}
