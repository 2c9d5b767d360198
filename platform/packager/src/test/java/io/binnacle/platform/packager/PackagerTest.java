package io.binnacle.platform.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerTest {

    /** SHA-256 of the two characters {@code {}}, from the tool sha256sum. */
    private static final String EMPTY_OBJECT = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    @TempDir
    Path work;

    @BeforeEach
    void write_a_plugin() throws IOException {
        Files.createDirectories(work.resolve("plugin/content/more"));
        Files.createDirectories(work.resolve("plugin/bundles"));
        Files.writeString(
                work.resolve("plugin/plugin.json"),
                "{\"format\":1,\"id\":\"io.acme.energy\",\"version\":\"1.2.0\",\"platform\":\"[0.1,1)\"}");
        Files.writeString(work.resolve("plugin/content/pack.json"), "{}");
        Files.writeString(work.resolve("plugin/content/more/plays.json"), "{}");
        Files.writeString(work.resolve("plugin/bundles/energy.jar"), "stands for a jar");
    }

    @Test
    void lists_every_file_with_its_digest() throws IOException {
        JsonNode manifest =
                manifest(new Packager(Optional.empty()).pack(work.resolve("plugin"), work.resolve("a.zip")));

        assertThat(manifest.at("/bundles").findValuesAsText("path")).containsExactly("bundles/energy.jar");
        assertThat(manifest.at("/content").findValuesAsText("path"))
                .containsExactly("content/more/plays.json", "content/pack.json");
        assertThat(manifest.at("/content/1/sha256").textValue()).isEqualTo(EMPTY_OBJECT);
    }

    @Test
    void the_same_files_give_the_same_bytes_whenever_they_were_written() throws IOException {
        Optional<Keys> keys = Optional.of(Keys.generate());
        Path first = new Packager(keys).pack(work.resolve("plugin"), work.resolve("a.zip"));
        Files.setLastModifiedTime(
                work.resolve("plugin/content/pack.json"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        Path second = new Packager(keys).pack(work.resolve("plugin"), work.resolve("b.zip"));

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void keys_are_read_as_they_were_written_and_never_overwritten() throws IOException {
        Keys keys = Keys.generate();
        keys.write(work.resolve("acme.key"));

        assertThat(Keys.read(work.resolve("acme.key")).id()).isEqualTo(keys.id());
        assertThat(Files.readString(work.resolve("acme.pub")).strip()).isEqualTo(keys.publicKey());
        assertThatThrownBy(() -> keys.write(work.resolve("acme.key"))).hasMessageContaining("another name");
    }

    @Test
    void halves_of_different_keys_are_refused() throws IOException {
        Keys.generate().write(work.resolve("acme.key"));
        Files.writeString(work.resolve("acme.pub"), Keys.generate().publicKey());

        assertThatThrownBy(() -> Keys.read(work.resolve("acme.key"))).hasMessageContaining("halves of different keys");
    }

    @Test
    void the_index_counts_up_and_points_to_the_files() throws IOException {
        Path folder = Files.createDirectory(work.resolve("catalogue"));
        new Packager(Optional.empty()).pack(work.resolve("plugin"), folder.resolve("energy-1.2.0.zip"));
        CatalogueBuilder builder = new CatalogueBuilder(Keys.generate());
        builder.build(folder, "acme", Instant.parse("2027-01-01T00:00:00Z"));
        JsonNode index = Json.mapper()
                .readTree(builder.build(folder, "acme", Instant.parse("2027-01-01T00:00:00Z"))
                        .toFile());

        assertThat(index.at("/counter").intValue()).isEqualTo(2);
        assertThat(index.at("/entries/0/id").textValue()).isEqualTo("io.acme.energy");
        assertThat(index.at("/entries/0/url").textValue()).isEqualTo("energy-1.2.0.zip");
    }

    @Test
    void the_command_line_makes_a_key_and_signs_with_it() throws IOException {
        String key = work.resolve("acme.key").toString();
        String archive = work.resolve("a.zip").toString();

        assertThat(Main.run(List.of("keygen", key))).isZero();
        assertThat(Main.run(List.of("pack", work.resolve("plugin").toString(), archive, key)))
                .isZero();
        try (ZipFile zip = new ZipFile(archive)) {
            assertThat(zip.stream().map(ZipEntry::getName)).contains("plugin.json.sig");
        }
        assertThat(Main.run(List.of("pack"))).isEqualTo(2);
        assertThat(Main.run(List.of("pack", "nowhere", archive, "no.key"))).isEqualTo(1);
    }

    private static JsonNode manifest(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("plugin.json"))) {
            return Json.mapper().readTree(in);
        }
    }
}
