package io.binnacle.forecasting.seasonalnaive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the how-to honest: its code is this module's code. */
class HowToTest {

    private static final Path HOW_TO = Path.of("../../../docs/howto/add-a-forecast-model.md");
    private static final Pattern BLOCK = Pattern.compile("```(java|xml)\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_code_block_of_the_how_to_stands_in_this_module() throws IOException {
        String sources;
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src")), Stream.of(Path.of("pom.xml")))) {
            sources = files.filter(Files::isRegularFile).map(HowToTest::content).collect(Collectors.joining("\n"));
        }
        List<String> blocks = BLOCK.matcher(Files.readString(HOW_TO))
                .results()
                .map((MatchResult block) -> withoutIndentation(block.group(2)))
                .toList();

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
        assertThat(blocks).allSatisfy(block -> assertThat(sources).contains(block));
    }

    private static String content(Path file) {
        try {
            return withoutIndentation(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
