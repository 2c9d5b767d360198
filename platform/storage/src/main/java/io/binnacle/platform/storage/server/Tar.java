package io.binnacle.platform.storage.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a tar archive (POSIX ustar, with GNU's long names) front to back. */
final class Tar {

    /** One thing in the archive; {@code link} is where a link points. */
    record Entry(Kind kind, String name, String link, long size, boolean executable) {}

    enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        HARD_LINK
    }

    private static final int BLOCK = 512;

    private final InputStream in;
    private long unread;
    private long padding;

    Tar(InputStream in) {
        this.in = in;
    }

    /** The next entry; empty at the end. */
    Optional<Entry> next() throws IOException {
        in.skipNBytes(unread + padding);
        byte[] header = block();
        String longName = null;
        if (header[156] == 'L') {
            longName = text(content(header), 0, (int) size(header));
            header = block();
        }
        if (header[0] == 0) {
            return Optional.empty();
        }
        String name = longName == null ? name(header) : longName;
        unread = size(header);
        padding = padding(unread);
        boolean executable = (octal(header, 100, 8) & 0111) != 0;
        return Optional.of(new Entry(kind(header, name), name, text(header, 157, 100), unread, executable));
    }

    /** The content of the entry that {@link #next} gave last; ends where it ends. */
    InputStream content() {
        return new Content();
    }

    private byte[] content(byte[] header) throws IOException {
        long size = size(header);
        byte[] content = in.readNBytes((int) size);
        in.skipNBytes(padding(size));
        return content;
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new EOFException("the archive ends in the middle");
        }
        return block;
    }

    private static Kind kind(byte[] header, String name) throws IOException {
        return switch (header[156]) {
            case 0, '0' -> Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            case '5' -> Kind.FOLDER;
            default ->
                throw new IOException("the archive holds " + name + " of the unknown type " + (char) header[156]);
        };
    }

    private static String name(byte[] header) {
        boolean posix = text(header, 257, 6).equals("ustar") && header[262] == 0;
        String prefix = posix ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
    }

    private static long size(byte[] header) {
        return octal(header, 124, 12);
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static long octal(byte[] block, int from, int length) {
        String digits = text(block, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }

    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (unread == 0) {
                return -1;
            }
            int count = in.read(target, from, (int) Math.min(length, unread));
            if (count < 0) {
                throw new EOFException("the archive ends in the middle");
            }
            unread -= count;
            return count;
        }
    }
}
