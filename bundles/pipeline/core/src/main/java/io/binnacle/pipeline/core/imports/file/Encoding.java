package io.binnacle.pipeline.core.imports.file;

import static io.binnacle.pipeline.api.PipelineError.UNREADABLE_FILE;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a file's bytes make text. A byte order mark tells it; without one, text that is no UTF-8 is taken for
 * Windows-1252. Its letters are those of ISO-8859-1, which has no signs of its own in a text, so a file in either
 * reads the same. Bytes of ASCII alone mean the same in all of them, and no file tells which was meant.
 *
 * @param mark how many bytes the byte order mark has
 * @param label for a person, such as {@code UTF-8 with BOM}
 */
public record Encoding(Charset charset, int mark, String label) {

    private static final String ASCII = "ASCII, the same in UTF-8, ISO-8859-1 and Windows-1252";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** @throws io.binnacle.platform.api.error.PlatformException UNREADABLE_FILE with the byte at fault */
    static Encoding of(String name, Path path, Optional<Charset> choice) {
        byte[] first = first(path);
        refuseWorkbook(name, first);
        Encoding encoding = choice.map(charset -> new Encoding(charset, mark(first), charset.name()))
                .orElseGet(() -> guess(name, path, first));
        Scan scan = Scan.of(path, encoding.mark, encoding.charset);
        if (scan.fault() >= 0) {
            throw scan.unreadable(name, encoding.label);
        }
        if (scan.nul() >= 0) {
            throw UNREADABLE_FILE.because(
                    "%s is no text: character %d is a NUL; export it as CSV", name, scan.nul() + 1);
        }
        return encoding;
    }

    /** The text of a file behind its mark. */
    public Reader reader(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    private static Encoding guess(String name, Path path, byte[] first) {
        if (starts(first, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3, "UTF-8 with BOM");
        }
        if (starts(first, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, "UTF-16LE");
        }
        if (starts(first, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, "UTF-16BE");
        }
        if (first.length > 1 && first[0] != 0 && first[1] == 0) {
            return new Encoding(StandardCharsets.UTF_16LE, 0, "UTF-16LE");
        }
        if (first.length > 1 && first[0] == 0 && first[1] != 0) {
            return new Encoding(StandardCharsets.UTF_16BE, 0, "UTF-16BE");
        }
        return withoutMark(name, path);
    }

    // Good UTF-8 beyond ASCII before the first fault: the file is damaged, not Windows-1252.
    private static Encoding withoutMark(String name, Path path) {
        Scan utf8 = Scan.of(path, 0, StandardCharsets.UTF_8);
        if (utf8.fault() < 0) {
            return new Encoding(StandardCharsets.UTF_8, 0, utf8.beyondAscii() ? "UTF-8" : ASCII);
        }
        if (utf8.beyondAscii()) {
            throw utf8.unreadable(name, "UTF-8");
        }
        return new Encoding(WINDOWS_1252, 0, "Windows-1252");
    }

    private static void refuseWorkbook(String name, byte[] first) {
        if (starts(first, 'P', 'K', 3, 4) || starts(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw UNREADABLE_FILE.because("%s is a workbook or an archive, not a text; save the sheet as CSV", name);
        }
    }

    private static int mark(byte[] first) {
        return starts(first, 0xEF, 0xBB, 0xBF) ? 3 : starts(first, 0xFF, 0xFE) || starts(first, 0xFE, 0xFF) ? 2 : 0;
    }

    private static byte[] first(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
