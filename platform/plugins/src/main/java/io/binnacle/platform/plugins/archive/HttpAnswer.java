package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.CATALOGUE_INVALID;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a server answers to one GET on a connection of its own (RFC 9112). */
final class HttpAnswer {

    private static final int LONGEST_LINE = 8 << 10;
    private static final int MOST_HEADERS = 100;
    private static final long UNTIL_CLOSED = Long.MAX_VALUE;

    private final InputStream in;
    private final URI address;
    private final Map<String, String> headers;

    private HttpAnswer(InputStream in, URI address, Map<String, String> headers) {
        this.in = in;
        this.address = address;
        this.headers = headers;
    }

    static HttpAnswer read(InputStream in, URI address) throws IOException {
        String[] status = line(in).split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].equals("200")) {
            throw new IOException(
                    status.length < 2 ? "it does not speak HTTP" : "it answers " + status[1] + " instead of the file");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new IOException("its headers are not HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new HttpAnswer(in, address, headers);
    }

    void copy(long most, OutputStream into) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            copyChunks(most, into);
            return;
        }
        long length = number(headers.getOrDefault("content-length", String.valueOf(UNTIL_CLOSED)), 10);
        refuse(length != UNTIL_CLOSED && length > most, most);
        long copied = copy(length, most, into);
        if (length != UNTIL_CLOSED && copied < length) {
            throw new EOFException("the connection ended early");
        }
    }

    private void copyChunks(long most, OutputStream into) throws IOException {
        long left = most;
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            refuse(size > left, most);
            left -= copy(size, most, into);
            if (!line(in).isEmpty()) {
                throw new EOFException("the connection ended early");
            }
        }
    }

    private long chunkSize() throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    private long copy(long length, long most, OutputStream into) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long copied = 0;
        while (copied < length) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, length - copied));
            if (got < 0) {
                return copied;
            }
            copied += got;
            refuse(copied > most, most);
            into.write(buffer, 0, got);
        }
        return copied;
    }

    private void refuse(boolean tooLarge, long most) {
        if (tooLarge) {
            throw CATALOGUE_INVALID.because("%s has more than %d bytes", address, most);
        }
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a negative one.
        }
        throw new IOException("it gives no length that can be read");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() == LONGEST_LINE) {
                throw new EOFException("the connection ended early, or a line of its headers does not end");
            }
            line.append((char) c);
        }
        String text = line.toString();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
