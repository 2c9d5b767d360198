package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.api.imports.ImportFormat;
import java.nio.charset.Charset;
import java.util.Optional;

/** What the one who imports has said of the files; what is empty is found out. */
public record Choices(
        Optional<Charset> encoding,
        Optional<Delimiter> delimiter,
        Optional<DateStyle> dates,
        Optional<NumberStyle> numbers,
        Optional<String> format) {

    public static final Choices NONE =
            new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What a format says of its files, if it says something. */
    static Choices of(ImportFormat format) {
        return format instanceof ChoosingFormat choosing ? choosing.choices() : NONE;
    }

    /** These choices, and where they say nothing those of {@code other}. */
    public Choices or(Choices other) {
        return new Choices(
                encoding.or(other::encoding),
                delimiter.or(other::delimiter),
                dates.or(other::dates),
                numbers.or(other::numbers),
                format.or(other::format));
    }
}
