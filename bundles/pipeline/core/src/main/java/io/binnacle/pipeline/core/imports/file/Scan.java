package io.binnacle.pipeline.core.imports.file;

import static io.binnacle.pipeline.api.PipelineError.UNREADABLE_FILE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/**
 * A file decoded once for its faults alone, a buffer at a time.
 *
 * @param fault the index of the first byte that does not belong, or -1
 * @param culprit that byte
 * @param beyondAscii whether a byte before it is beyond ASCII
 * @param nul the index of the first character that is a NUL, or -1
 */
record Scan(long fault, int culprit, boolean beyondAscii, long nul) {

    private static final int BUFFER = 1 << 16;

    static Scan of(Path path, int mark, Charset charset) {
        try (FileChannel file = FileChannel.open(path)) {
            file.position(mark);
            return scan(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RuntimeException unreadable(String name, String encoding) {
        return UNREADABLE_FILE.because(
                "%s looks like %s, but its byte %d (0x%02X) does not belong there; save it as UTF-8",
                name, encoding, fault + 1, culprit);
    }

    private static Scan scan(FileChannel file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer text = CharBuffer.allocate(BUFFER);
        boolean beyondAscii = false;
        long characters = 0;
        long nul = -1;
        boolean end = false;
        while (!end) {
            end = file.read(bytes) < 0;
            bytes.flip();
            CoderResult result = decoder.decode(bytes, text, end);
            beyondAscii |= beyondAscii(bytes);
            text.flip();
            nul = nul >= 0 ? nul : nul(text, characters);
            characters += text.length();
            text.clear();
            if (result.isError()) {
                long fault = file.position() - bytes.remaining();
                return new Scan(fault, bytes.get(bytes.position()) & 0xFF, beyondAscii, nul);
            }
            bytes.compact();
        }
        return new Scan(-1, 0, beyondAscii, nul);
    }

    private static boolean beyondAscii(ByteBuffer read) {
        for (int i = 0; i < read.position(); i++) {
            if (read.get(i) < 0) {
                return true;
            }
        }
        return false;
    }

    private static long nul(CharBuffer text, long before) {
        int index = text.toString().indexOf('\0');
        return index < 0 ? -1 : before + index;
    }
}
