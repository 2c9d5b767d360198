package io.binnacle.platform.storage.exports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8 of a sane length, and nothing that is not UTF-8. */
final class LineReader {

    private static final int LONGEST = 16 * 1024 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * The next line; empty at the end.
     *
     * @throws IllegalArgumentException when it is too long, has no end, or is no UTF-8
     */
    Optional<String> next() throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read != '\n') {
            if (read < 0) {
                throw new IllegalArgumentException("the line has no end");
            }
            if (line.size() == LONGEST) {
                throw new IllegalArgumentException("the line has more than " + LONGEST + " bytes");
            }
            line.write(read);
            read = in.read();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the line is no UTF-8", e);
        }
    }
}
