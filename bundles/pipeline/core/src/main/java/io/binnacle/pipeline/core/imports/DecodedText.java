package io.binnacle.pipeline.core.imports;

import static io.binnacle.pipeline.api.PipelineError.UNREADABLE_FILE;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text in a file's bytes. A byte order mark tells the encoding; without one, text that is no UTF-8 is
 * taken for Windows-1252.
 *
 * @param encoding for a person, such as {@code UTF-8 with BOM}
 */
record DecodedText(String text, String encoding) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** @throws io.binnacle.platform.api.error.PlatformException UNREADABLE_FILE with the byte at fault */
    static DecodedText of(String file, byte[] bytes) {
        refuseWorkbook(file, bytes);
        DecodedText decoded = decode(file, bytes);
        int binary = decoded.text.indexOf('\0');
        if (binary >= 0) {
            throw UNREADABLE_FILE.because("%s is no text: character %d is a NUL; export it as CSV", file, binary + 1);
        }
        return decoded;
    }

    private static DecodedText decode(String file, byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(file, bytes, 3, StandardCharsets.UTF_8, "UTF-8 with BOM");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(file, bytes, 2, StandardCharsets.UTF_16LE, "UTF-16LE");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(file, bytes, 2, StandardCharsets.UTF_16BE, "UTF-16BE");
        }
        if (bytes.length > 1 && bytes[0] != 0 && bytes[1] == 0) {
            return strict(file, bytes, 0, StandardCharsets.UTF_16LE, "UTF-16LE");
        }
        if (bytes.length > 1 && bytes[0] == 0 && bytes[1] != 0) {
            return strict(file, bytes, 0, StandardCharsets.UTF_16BE, "UTF-16BE");
        }
        return withoutMark(file, bytes);
    }

    private static DecodedText withoutMark(String file, byte[] bytes) {
        int fault = fault(bytes, 0, StandardCharsets.UTF_8);
        if (fault < 0) {
            return new DecodedText(new String(bytes, StandardCharsets.UTF_8), "UTF-8");
        }
        if (hasLongCharacters(bytes, fault)) {
            throw unreadable(file, bytes, fault, "UTF-8");
        }
        return strict(file, bytes, 0, WINDOWS_1252, "Windows-1252");
    }

    // Before its first fault the file was good UTF-8 beyond ASCII: it is damaged, not Windows-1252.
    private static boolean hasLongCharacters(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private static DecodedText strict(String file, byte[] bytes, int start, Charset charset, String encoding) {
        int fault = fault(bytes, start, charset);
        if (fault >= 0) {
            throw unreadable(file, bytes, fault, encoding);
        }
        return new DecodedText(new String(bytes, start, bytes.length - start, charset), encoding);
    }

    private static RuntimeException unreadable(String file, byte[] bytes, int fault, String encoding) {
        return UNREADABLE_FILE.because(
                "%s looks like %s, but its byte %d (0x%02X) does not belong there; save it as UTF-8",
                file, encoding, fault + 1, bytes[fault] & 0xFF);
    }

    /** The index of the first byte that does not belong, or -1. */
    private static int fault(byte[] bytes, int start, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer output = CharBuffer.allocate(8192);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            output.clear();
            result = decoder.decode(input, output, true);
        }
        return result.isError() ? input.position() : -1;
    }

    private static void refuseWorkbook(String file, byte[] bytes) {
        if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw UNREADABLE_FILE.because("%s is a workbook or an archive, not a text; save the sheet as CSV", file);
        }
    }

    private static boolean starts(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
