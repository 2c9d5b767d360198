package io.binnacle.platform.plugins.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A zip file that can be read in one way only: its directory, the headers before the data and the data itself
 * agree, nothing overlaps and nothing lies between or around them. So what was checked is what others will read.
 * Needs the same little memory whatever the file holds.
 */
final class ZipArchive implements Closeable {

    private final FileChannel channel;
    private final String label;
    private final Budget budget;
    private final List<ZipItem> items;

    private ZipArchive(FileChannel channel, String label, Budget budget) throws IOException {
        this.channel = channel;
        this.label = label;
        this.budget = budget;
        this.items = new ZipDirectory(channel, label, budget).items();
        ZipNames.check(label, items);
    }

    /** @param label how messages call the file */
    static ZipArchive open(Path file, String label, Budget budget) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ZipArchive(channel, label, budget);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The files of the archive; folders have no content of their own. */
    List<ZipItem> files() {
        return items.stream().filter(item -> !item.isFolder()).toList();
    }

    Optional<ZipItem> find(String name) {
        return files().stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** What {@code item} holds. Reading fails when that is too much, or not what the directory promised. */
    InputStream open(ZipItem item) {
        return new ZipItemStream(channel, item, label + item.name(), budget);
    }

    /** All of {@code item}, when it has no more than {@code most} bytes. */
    Optional<byte[]> read(ZipItem item, int most) throws IOException {
        if (item.expanded() > most) {
            return Optional.empty();
        }
        try (InputStream in = open(item)) {
            return Optional.of(in.readAllBytes());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
