package io.binnacle.platform.storage.exports;

import static io.binnacle.platform.storage.exports.ExportError.ARCHIVE_DAMAGED;
import static io.binnacle.platform.storage.exports.ExportError.ARCHIVE_TOO_NEW;
import static io.binnacle.platform.storage.exports.ExportError.ARCHIVE_UNREADABLE;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.storage.exports.Manifest.ArchivedFile;
import io.binnacle.platform.storage.journal.Chains;
import io.binnacle.platform.storage.journal.StoredEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads an archive from a file, in constant memory, and believes nothing in it. */
final class ArchiveReader implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 4 * 1024 * 1024;

    private final ZipFile zip;
    private final Manifest manifest;

    /** @throws PlatformException ARCHIVE_UNREADABLE, ARCHIVE_TOO_NEW, ARCHIVE_DAMAGED when its manifest is not good */
    ArchiveReader(Path file) {
        zip = open(file);
        try {
            manifest = readManifest();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads every byte once: every hash must be that of the manifest, and every event fit its chain.
     *
     * @return how many entities there are
     * @throws PlatformException ARCHIVE_DAMAGED with the place
     */
    long check(Progress progress) {
        long entities = 0;
        int done = 0;
        for (ArchivedFile file : manifest.files()) {
            if (file.holdsEvents()) {
                entities += events(file, (event, prevHash) -> {});
            } else {
                requireHash(file, this::skip);
            }
            progress.report(100 * ++done / manifest.files().size(), file.name() + " is as it was written");
        }
        return entities;
    }

    /** Gives every event with the hash before it to {@code use}; answers how many entities they belong to. */
    long events(ArchivedFile file, BiConsumer<StoredEvent, String> use) {
        Chains chains = new Chains();
        requireHash(file, in -> {
            LineReader lines = new LineReader(in);
            long number = 0;
            try {
                for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                    number++;
                    StoredEvent event = EventLine.read(file.entityType(), line.get());
                    use.accept(event, chains.follow(event));
                }
            } catch (IllegalArgumentException e) {
                throw ARCHIVE_DAMAGED
                        .because("%s, line %d: %s", file.name(), number == 0 ? 1 : number, e.getMessage())
                        .causedBy(e);
            }
            if (number != file.lines()) {
                throw ARCHIVE_DAMAGED.because(
                        "%s has %d lines where the manifest says %d", file.name(), number, file.lines());
            }
        });
        return chains.entities();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Use {
        void read(InputStream in) throws IOException;
    }

    private void requireHash(ArchivedFile file, Use use) {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry(file.name())), digest)) {
            use.read(in);
        } catch (IOException e) {
            throw ARCHIVE_DAMAGED
                    .because("%s cannot be read: %s", file.name(), e.getMessage())
                    .causedBy(e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw ARCHIVE_DAMAGED.because(
                    "%s is not what it was when it was exported: its hash is another", file.name());
        }
    }

    private void skip(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private Manifest readManifest() {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw ARCHIVE_UNREADABLE.because("the archive has no %s, so it is no export of Binnacle", Manifest.NAME);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode tree = Json.mapper().readTree(in.readNBytes(LARGEST_MANIFEST));
            if (!tree.isObject()) {
                throw ARCHIVE_UNREADABLE.because("%s is no JSON object", Manifest.NAME);
            }
            if (tree.path("format").asInt() > Manifest.FORMAT) {
                throw ARCHIVE_TOO_NEW.because(
                        "the archive has form %s and this platform reads forms up to %d; update the platform",
                        tree.path("format"), Manifest.FORMAT);
            }
            return checked(Json.mapper().treeToValue(tree, Manifest.class));
        } catch (IOException e) {
            throw ARCHIVE_UNREADABLE
                    .because("%s is not as an export writes it: %s", Manifest.NAME, e.getMessage())
                    .causedBy(e);
        }
    }

    private Manifest checked(Manifest read) {
        if (!Manifest.hash(read.files()).equals(read.contentHash())) {
            throw ARCHIVE_DAMAGED.because("the list of files in %s does not fit its content hash", Manifest.NAME);
        }
        Set<String> expected = new HashSet<>(Set.of(Manifest.NAME));
        for (ArchivedFile file : read.files()) {
            if (!expected.add(file.name()) || !file.isWellNamed()) {
                throw ARCHIVE_DAMAGED.because("the manifest has no good name for %s, or has it twice", file.name());
            }
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !expected.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ARCHIVE_DAMAGED.because("%s is in the archive and not in its manifest", name);
                });
        read.files().forEach(file -> entry(file.name()));
        return read;
    }

    private ZipEntry entry(String name) {
        return Optional.ofNullable(zip.getEntry(name))
                .orElseThrow(() -> ARCHIVE_DAMAGED.because("%s is in the manifest and not in the archive", name));
    }

    private static ZipFile open(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw ARCHIVE_UNREADABLE
                    .because("the file is no zip, or not all of one: %s", e.getMessage())
                    .causedBy(e);
        }
    }
}
