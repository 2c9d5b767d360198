package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_INVALID;

import io.binnacle.platform.api.error.PlatformException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the directory at the end of a zip file (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4). */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int HEADER = 0x04034b50;
    private static final int HEADER_SIZE = 30;
    private static final int DESCRIPTOR_SIZE = 12;
    private static final int SIGNED_DESCRIPTOR_SIZE = 16;
    private static final int LARGEST = 4 << 20;

    private static final int DESCRIPTOR_FOLLOWS = 0x0008;
    private static final int HARMLESS_FLAGS = 0x0800 | DESCRIPTOR_FOLLOWS | 0x0006;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final FileChannel channel;
    private final String label;
    private final Budget budget;

    ZipDirectory(FileChannel channel, String label, Budget budget) {
        this.channel = channel;
        this.label = label.isEmpty() ? "the archive" : label;
        this.budget = budget;
    }

    /** All entries, in the order of their data. */
    List<ZipItem> items() throws IOException {
        long endStart = channel.size() - END_SIZE;
        if (endStart < 0) {
            throw invalid("is no zip file");
        }
        ByteBuffer end = read(endStart, END_SIZE);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw invalid("is no zip file, is cut short, or has something behind its end");
        }
        int count = unsigned(end.getShort(10));
        long size = unsigned(end.getInt(12));
        long start = unsigned(end.getInt(16));
        if (start + size != endStart || size > LARGEST || unsigned(end.getShort(8)) != count || end.getInt(4) != 0) {
            throw invalid("has a directory that is not where it should be, or is in several parts");
        }
        budget.entries(count);
        return located(entries(read(start, (int) size), count), start);
    }

    private List<ZipItem> entries(ByteBuffer directory, int count) {
        List<ZipItem> items = new ArrayList<>();
        while (directory.remaining() >= ENTRY_SIZE && items.size() < count) {
            items.add(entry(directory));
        }
        if (directory.hasRemaining() || items.size() != count) {
            throw invalid("has more or fewer entries than its directory says");
        }
        return items;
    }

    private ZipItem entry(ByteBuffer directory) {
        int at = directory.position();
        int nameLength = unsigned(directory.getShort(at + 28));
        int extra = unsigned(directory.getShort(at + 30)) + unsigned(directory.getShort(at + 32));
        if (directory.getInt(at) != ENTRY || directory.remaining() < ENTRY_SIZE + nameLength + extra) {
            throw invalid("has a damaged directory");
        }
        String name = text(directory.slice(at + ENTRY_SIZE, nameLength));
        int flags = unsigned(directory.getShort(at + 8));
        int method = unsigned(directory.getShort(at + 10));
        if ((flags & ~HARMLESS_FLAGS) != 0 || (method != STORED && method != DEFLATED)) {
            throw invalid("has an entry '" + name + "' that is encrypted or packed in an unusual way");
        }
        directory.position(at + ENTRY_SIZE + nameLength + extra);
        return new ZipItem(
                name,
                method == DEFLATED,
                (flags & DESCRIPTOR_FOLLOWS) != 0,
                directory.getInt(at + 38) >>> 16,
                unsigned(directory.getInt(at + 16)),
                unsigned(directory.getInt(at + 20)),
                unsigned(directory.getInt(at + 24)),
                unsigned(directory.getInt(at + 42)),
                0);
    }

    /** Follows the data from the first byte on: every entry begins where the one before it ends. */
    private List<ZipItem> located(List<ZipItem> items, long directoryStart) throws IOException {
        List<ZipItem> ordered = new ArrayList<>(items);
        ordered.sort(Comparator.comparingLong(ZipItem::headerStart));
        long expected = 0;
        for (int i = 0; i < ordered.size(); i++) {
            long next = i + 1 < ordered.size() ? ordered.get(i + 1).headerStart() : directoryStart;
            ZipItem item = located(ordered.get(i), expected, next);
            ordered.set(i, item);
            expected = next;
        }
        if (expected != directoryStart) {
            throw invalid("holds data that belongs to no entry");
        }
        return ordered;
    }

    private ZipItem located(ZipItem item, long expected, long next) throws IOException {
        if (item.headerStart() != expected || next - expected < HEADER_SIZE) {
            throw invalid("has entries that overlap, or data that belongs to none; see '" + item.name() + "'");
        }
        ByteBuffer header = read(expected, HEADER_SIZE);
        int nameLength = unsigned(header.getShort(26));
        long dataStart = expected + HEADER_SIZE + nameLength + unsigned(header.getShort(28));
        long gap = next - dataStart - item.packed();
        boolean closed = item.hasDescriptor() ? gap == DESCRIPTOR_SIZE || gap == SIGNED_DESCRIPTOR_SIZE : gap == 0;
        if (header.getInt(0) != HEADER || !closed) {
            throw invalid("has entries that overlap, or data that belongs to none; see '" + item.name() + "'");
        }
        if (!isSame(header, item) || !item.name().equals(text(read(expected + HEADER_SIZE, nameLength)))) {
            throw invalid("says two different things about its entry '" + item.name() + "'");
        }
        return item.startingAt(dataStart);
    }

    private static boolean isSame(ByteBuffer header, ZipItem item) {
        boolean descriptor = (header.getShort(6) & DESCRIPTOR_FOLLOWS) != 0;
        return header.getShort(8) == (item.deflated() ? DEFLATED : STORED)
                && descriptor == item.hasDescriptor()
                && (descriptor
                        || (unsigned(header.getInt(14)) == item.crc()
                                && unsigned(header.getInt(18)) == item.packed()
                                && unsigned(header.getInt(22)) == item.expanded()));
    }

    private ByteBuffer read(long start, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw invalid("is cut short");
            }
        }
        return bytes.flip();
    }

    private String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw invalid("has an entry whose name is not in UTF-8").causedBy(e);
        }
    }

    private PlatformException invalid(String what) {
        return PLUGIN_ARCHIVE_INVALID.because("%s %s; pack it anew", label, what);
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }
}
