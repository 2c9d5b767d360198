package io.binnacle.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of the files of the console, as they stand in the bundle. */
class ConsoleContentTest {

    private static final Path CONSOLE = Path.of("target/classes/console");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) '(\\.[^']+)'");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @Test
    void vendored_files_are_those_that_were_published() throws Exception {
        JsonNode vendored = new ObjectMapper()
                .readTree(CONSOLE.resolve("vendor/vendored.json").toFile());

        assertThat(vendored).isNotEmpty().allSatisfy(entry -> assertThat(sha256(
                        CONSOLE.resolve("vendor").resolve(entry.get("file").asText())))
                .as("SHA-256 of %s", entry.get("file"))
                .isEqualTo(entry.get("sha256").asText()));
    }

    @Test
    void vendored_files_bring_their_licences() {
        assertThat(List.of("htm-LICENSE.txt", "preact-LICENSE.txt", "uPlot-LICENSE.txt"))
                .allSatisfy(licence ->
                        assertThat(CONSOLE.resolve("vendor/" + licence)).isNotEmptyFile());
    }

    @Test
    void every_module_that_is_imported_is_there() throws Exception {
        for (Path module : ours(".js")) {
            assertThat(found(IMPORT, module))
                    .as("imports of %s", module)
                    .allSatisfy(name -> assertThat(module.resolveSibling(name)).exists());
        }
    }

    @Test
    void the_page_links_only_to_files_of_the_console() throws Exception {
        assertThat(found(LINK, CONSOLE.resolve("index.html")))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(CONSOLE.resolve(link)).exists());
    }

    @Test
    void nothing_needs_more_than_the_strictest_content_security_policy() throws Exception {
        assertThat(Files.readString(CONSOLE.resolve("index.html")))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("<style", "style=", "onclick=", "javascript:", "importmap");
        for (Path module : ours(".js")) {
            assertThat(Files.readString(module))
                    .as("%s", module)
                    .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function");
        }
    }

    @Test
    void every_file_has_a_media_type() throws Exception {
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(
                            file -> assertThat(ContentTypes.of(file.toString())).isNotBlank());
        }
    }

    private static List<Path> ours(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.getParent().endsWith("vendor"))
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String sha256(Path file) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(hash);
    }
}
