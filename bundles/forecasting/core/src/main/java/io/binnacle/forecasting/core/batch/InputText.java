package io.binnacle.forecasting.core.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A text in UTF-8, packed with gzip or not, that tells how much of it has been read. */
public final class InputText {

    private static final int GZIP = 0x1f8b;

    private final long size;
    private final AtomicLong read = new AtomicLong();
    private final Reader reader;

    /** @param size in bytes, as they come */
    public InputText(InputStream bytes, long size) throws IOException {
        this.size = size;
        BufferedInputStream counted = new BufferedInputStream(new Counting(bytes), 1 << 16);
        counted.mark(2);
        boolean packed = (counted.read() << 8 | counted.read()) == GZIP;
        counted.reset();
        reader = new InputStreamReader(packed ? new GZIPInputStream(counted) : counted, StandardCharsets.UTF_8);
    }

    public Reader reader() {
        return reader;
    }

    /** From 0 to 100. */
    int percent() {
        return size == 0 ? 0 : (int) Math.min(100, 100 * read.get() / size);
    }

    private final class Counting extends FilterInputStream {

        Counting(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                read.incrementAndGet();
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count > 0) {
                read.addAndGet(count);
            }
            return count;
        }
    }
}
