package io.binnacle.platform.plugins.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipFile;

/** Writes zip files byte by byte, so that they can lie. */
final class RawZip {

    /** One entry; change what it says after it was added. */
    static final class Entry {
        String name;
        String nameBeforeData;
        int method = 8;
        int flags = 0x0800;
        int mode;
        byte[] packed;
        long crc;
        long expanded;
        long headerStart = -1;
    }

    private final List<Entry> entries = new ArrayList<>();
    private byte[] between = {};
    private int count = -1;

    Entry add(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        Entry entry = new Entry();
        entry.name = name;
        entry.nameBeforeData = name;
        entry.packed = deflated(content);
        entry.crc = crc.getValue();
        entry.expanded = content.length;
        entries.add(entry);
        return entry;
    }

    /** An entry of {@code size} zeros, which are never all in memory. */
    Entry addZeros(String name, long size) throws IOException {
        Entry entry = add(name, new byte[0]);
        CRC32 crc = new CRC32();
        byte[] zeros = new byte[1 << 16];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            for (long left = size; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
                crc.update(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        entry.packed = bytes.toByteArray();
        entry.expanded = size;
        entry.crc = crc.getValue();
        return entry;
    }

    RawZip addAll(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entries = file.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                try (InputStream in = file.getInputStream(entry)) {
                    add(entry.getName(), in.readAllBytes());
                }
            }
        }
        return this;
    }

    RawZip hidden(byte[] bytes) {
        between = bytes;
        return this;
    }

    RawZip claiming(int count) {
        this.count = count;
        return this;
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            long start = out.size();
            if (entry.headerStart < 0) {
                entry.headerStart = start;
                out.write(header(entry));
                out.write(entry.packed);
            }
        }
        out.write(between);
        int directory = out.size();
        for (Entry entry : entries) {
            out.write(directoryEntry(entry));
        }
        int size = out.size() - directory;
        int shown = count < 0 ? entries.size() : count;
        out.write(buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) shown)
                .putShort((short) shown)
                .putInt(size)
                .putInt(directory)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    private static byte[] header(Entry entry) {
        byte[] name = entry.nameBeforeData.getBytes(StandardCharsets.UTF_8);
        return common(buffer(30 + name.length).putInt(0x04034b50).putShort((short) 20), entry)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array();
    }

    private static byte[] directoryEntry(Entry entry) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        return common(
                        buffer(46 + name.length)
                                .putInt(0x02014b50)
                                .putShort((short) (entry.mode == 0 ? 20 : 0x0314))
                                .putShort((short) 20),
                        entry)
                .putShort((short) name.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(entry.mode << 16)
                .putInt((int) entry.headerStart)
                .put(name)
                .array();
    }

    private static ByteBuffer common(ByteBuffer into, Entry entry) {
        return into.putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt((int) entry.crc)
                .putInt(entry.packed.length)
                .putInt((int) entry.expanded);
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
