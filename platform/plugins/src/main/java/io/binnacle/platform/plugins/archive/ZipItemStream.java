package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_INVALID;

import io.binnacle.platform.api.error.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of one entry, unpacked piece by piece and compared with what the directory promised. */
final class ZipItemStream extends InputStream {

    private final FileChannel channel;
    private final ZipItem item;
    private final String name;
    private final Budget budget;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[16 << 10];
    private long read;
    private long written;
    private boolean ended;

    ZipItemStream(FileChannel channel, ZipItem item, String name, Budget budget) {
        this.channel = channel;
        this.item = item;
        this.name = name;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int got = item.deflated() ? inflate(into, offset, length) : copy(into, offset, length);
        if (got <= 0) {
            end();
            return -1;
        }
        count(into, offset, got);
        return got;
    }

    private void count(byte[] bytes, int offset, int got) {
        crc.update(bytes, offset, got);
        written += got;
        budget.expanded(name, got);
        Budget.refuseBomb(name, item.packed(), written);
        if (written > item.expanded()) {
            throw damaged("is larger than it says");
        }
    }

    private int copy(byte[] into, int offset, int length) throws IOException {
        int most = (int) Math.min(length, item.packed() - read);
        return most == 0 ? -1 : fetch(into, offset, most);
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int got = inflater.inflate(into, offset, length);
            while (got == 0 && !inflater.finished()) {
                int most = (int) Math.min(packed.length, item.packed() - read);
                if (most == 0 || inflater.needsDictionary()) {
                    throw damaged("is cut short");
                }
                inflater.setInput(packed, 0, fetch(packed, 0, most));
                got = inflater.inflate(into, offset, length);
            }
            return got;
        } catch (DataFormatException e) {
            throw damaged("cannot be unpacked").causedBy(e);
        }
    }

    private int fetch(byte[] into, int offset, int most) throws IOException {
        int got = channel.read(ByteBuffer.wrap(into, offset, most), item.dataStart() + read);
        if (got < 0) {
            throw damaged("is cut short");
        }
        read += got;
        return got;
    }

    private void end() {
        ended = true;
        boolean unread = item.deflated() ? inflater.getBytesRead() != item.packed() : read != item.packed();
        if (unread || written != item.expanded() || crc.getValue() != item.crc()) {
            throw damaged("is not what its size and checksum say");
        }
    }

    private PlatformException damaged(String what) {
        return PLUGIN_ARCHIVE_INVALID.because("the entry '%s' %s; pack the archive anew", name, what);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
