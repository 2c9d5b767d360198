package io.binnacle.platform.plugins.store;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The unpacked plugins, each in a folder named by its digest and never changed. A folder is there as a whole
 * or not at all. One thread at a time may change the store; any thread may ask for folders.
 */
public final class ContentStore {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path store;
    private final Path staging;

    /** Opens the store below {@code root}; what an unfinished operation left in the staging folder goes. */
    public ContentStore(Path root) {
        this.store = root.resolve("store");
        this.staging = root.resolve("staging");
        try {
            Files.createDirectories(store);
            Disk.delete(staging);
            Files.createDirectories(staging);
        } catch (IOException e) {
            throw Disk.failure(root, e);
        }
    }

    /** Where archives are unpacked, on the disk of the store; emptied at every start. */
    public Path staging() {
        return staging;
    }

    /**
     * Keeps a file that arrives in the staging folder, under a name of its own.
     *
     * @throws io.binnacle.platform.api.error.PlatformException DISK_FULL, and nothing of it is kept
     */
    public Path receive(InputStream arriving) {
        Path file = staging.resolve(UUID.randomUUID() + ".upload");
        try {
            Files.copy(arriving, file);
            return file;
        } catch (IOException e) {
            PlatformException failure = Disk.failure(file, e);
            file.toFile().delete();
            throw failure;
        }
    }

    /**
     * Takes the files of {@code staged} into the store; its folder is gone afterwards. Content that is there
     * already is kept as it is.
     *
     * @return the folder in the store
     * @throws io.binnacle.platform.api.error.PlatformException DISK_FULL, and the store is as it was
     */
    public Path add(StagedPlugin staged) {
        return add(staged.digest(), staged.folder());
    }

    /** As {@link #add(StagedPlugin)}, for the folder {@code staged} with the content of this digest. */
    public Path add(String digest, Path staged) {
        Path folder = folder(digest);
        try {
            if (Files.isDirectory(folder)) {
                Disk.delete(staged);
                return folder;
            }
            Disk.seal(staged);
            CrashPoint.at("store.staged");
            Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
            CrashPoint.at("store.moved");
            Disk.sync(store);
        } catch (IOException e) {
            throw Disk.failure(folder, e);
        }
        CrashPoint.at("store.added");
        return folder;
    }

    /** Where the content with this digest lies, or would lie. */
    public Path folder(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits, not '" + digest + "'");
        }
        return store.resolve(digest);
    }

    /** Whether the content with this digest is there. */
    public boolean has(String digest) {
        return Files.isDirectory(folder(digest));
    }

    /** Deletes all content except these digests. */
    public void sweep(Set<String> keep) {
        try {
            List<Path> condemned = condemned(keep);
            if (condemned.isEmpty()) {
                return;
            }
            for (Path folder : condemned) {
                // A folder that is half deleted must not look like content, so it leaves the store first.
                Path bin = staging.resolve("swept-" + folder.getFileName());
                Disk.delete(bin);
                Files.move(folder, bin, StandardCopyOption.ATOMIC_MOVE);
                CrashPoint.at("store.condemned");
                Disk.delete(bin);
            }
            Disk.sync(store);
        } catch (IOException e) {
            throw Disk.failure(store, e);
        }
        CrashPoint.at("store.swept");
    }

    private List<Path> condemned(Set<String> keep) throws IOException {
        try (Stream<Path> folders = Files.list(store)) {
            return folders.filter(folder -> !keep.contains(folder.getFileName().toString()))
                    .toList();
        }
    }
}
