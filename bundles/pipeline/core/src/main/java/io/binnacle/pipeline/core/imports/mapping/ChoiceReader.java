package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.file.DateStyle;
import io.binnacle.pipeline.core.imports.file.Delimiter;
import io.binnacle.pipeline.core.imports.file.NumberStyle;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what is said of how a file is written. */
public record ChoiceReader(Faults faults) {

    /** Takes what is wrong. */
    public interface Faults {
        void error(String pointer, String code, String detail);
    }

    private static final Set<String> KEYS = Set.of("encoding", "delimiter", "dates", "decimal");

    /** The choices in some texts, by the names encoding, delimiter, dates and decimal. */
    public Choices of(Map<String, String> texts) {
        texts.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.error(
                        "/formats/" + key,
                        "UNKNOWN_KEY",
                        "'" + key + "' is not one of " + KEYS.stream().sorted().toList()));
        return new Choices(
                choice(texts, "encoding", ChoiceReader::charset, "a name such as UTF-8 or windows-1252"),
                choice(
                        texts,
                        "delimiter",
                        text -> labelled(Delimiter.values(), Delimiter::label, text),
                        labels(Delimiter.values(), Delimiter::label)),
                choice(texts, "dates", DateStyle::of, DateStyle.patterns()),
                choice(
                        texts,
                        "decimal",
                        text -> labelled(NumberStyle.values(), NumberStyle::label, text),
                        labels(NumberStyle.values(), NumberStyle::label)),
                Optional.empty());
    }

    private <T> Optional<T> choice(
            Map<String, String> texts, String name, Function<String, Optional<T>> parser, String allowed) {
        Optional<String> text = Optional.ofNullable(texts.get(name));
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            faults.error("/formats/" + name, "UNKNOWN_CHOICE", name + " is one of " + allowed);
        }
        return value;
    }

    private static <T> Optional<T> labelled(T[] values, Function<T, String> label, String text) {
        return Arrays.stream(values)
                .filter(value -> label.apply(value).equals(text))
                .findFirst();
    }

    private static <T> String labels(T[] values, Function<T, String> label) {
        List<String> labels = Stream.of(values).map(label).toList();
        return String.join(", ", labels);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
