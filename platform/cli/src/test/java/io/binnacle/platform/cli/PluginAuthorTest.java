package io.binnacle.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a plugin author; none of them needs a platform. */
class PluginAuthorTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"forecast-model, DriftModel", "insight-rule, DriftRule"})
    void new_writes_a_project_in_which_no_place_is_left_open(String kind, String className) throws IOException {
        Path project = folder.resolve("drift");

        assertThat(run("plugin", "new", kind, "com.acme.drift", "--dir", project.toString()))
                .contains("mvn verify");

        assertThat(project.resolve("src/main/java/com/acme/drift/" + className + ".java"))
                .exists();
        assertThat(project.resolve("src/test/java/com/acme/drift/" + className + "Test.java"))
                .exists();
        JsonNode manifest = JSON.readTree(project.resolve("plugin.json").toFile());
        assertThat(manifest.get("id").asText()).isEqualTo("com.acme.drift");
        assertThat(manifest.get("publisher").asText()).isEqualTo("acme");
        try (Stream<Path> files = Files.walk(project)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern("@[a-zA-Z]+@"));
        }
    }

    @Test
    void a_new_industry_pack_has_content_a_test_and_no_code() throws IOException {
        Path project = folder.resolve("mining");

        run("plugin", "new", "industry-pack", "com.acme.mining", "--dir", project.toString());

        assertThat(JSON.readTree(project.resolve("content/industry-pack.json").toFile())
                        .path("id")
                        .asText())
                .isEqualTo("mining");
        assertThat(JSON.readTree(project.resolve("plugin.json").toFile())
                        .path("kind")
                        .asText())
                .isEqualTo("industry-pack");
        assertThat(project.resolve("content/golden.json")).exists();
        assertThat(project.resolve("src/test/java/com/acme/mining/MiningPackTest.java"))
                .exists();
        assertThat(project.resolve("src/main")).doesNotExist();
    }

    @Test
    void new_overwrites_nothing() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(run("plugin", "new", "insight-rule", "com.acme.drift", "--dir", folder.toString()))
                .contains("is there already");
        assertThat(folder.resolve("pom.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drift", "com.acme.Drift", "com.acme.drift-model", "com..acme"})
    void new_refuses_an_id_that_the_platform_would_refuse(String id) {
        assertThat(run("plugin", "new", "insight-rule", id)).contains("cannot be the id of a plugin");
    }

    @Test
    void new_names_the_kinds_there_are() {
        assertThat(run("plugin", "new", "toy", "com.acme.toy")).contains("forecast-model, insight-rule, industry-pack");
    }

    @Test
    void pack_lists_what_is_inside_with_its_digest() throws IOException {
        Path zip = pack();

        try (ZipFile packed = new ZipFile(zip.toFile())) {
            JsonNode manifest = JSON.readTree(packed.getInputStream(packed.getEntry("plugin.json")));

            assertThat(names(packed))
                    .containsExactlyInAnyOrder("plugin.json", "bundles/a.jar", "content/plays/one.json");
            assertThat(manifest.get("version").asText()).isEqualTo("1.2.3");
            // sha256sum of the text "jar"
            assertThat(manifest.get("bundles").toString())
                    .isEqualTo("[{\"path\":\"bundles/a.jar\",\"sha256\":"
                            + "\"0163f1eea7894350060624d315234d40c508ab251ba121714e234503045faadd\"}]");
        }
    }

    @Test
    void equal_inputs_are_packed_to_equal_bytes() throws IOException {
        assertThat(Files.readAllBytes(pack())).isEqualTo(Files.readAllBytes(pack()));
    }

    @Test
    void a_signature_can_be_checked_with_the_public_key() throws IOException, GeneralSecurityException {
        Path name = folder.resolve("acme");
        assertThat(run("plugin", "keygen", name.toString())).contains("acme.key secret");

        Path zip = pack("--key", name + ".key");

        try (ZipFile packed = new ZipFile(zip.toFile())) {
            JsonNode signature = JSON.readTree(packed.getInputStream(packed.getEntry("plugin.json.sig")));
            byte[] publicKey = Base64.getDecoder()
                    .decode(Files.readString(folder.resolve("acme.pub")).strip());
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(packed.getInputStream(packed.getEntry("plugin.json")).readAllBytes());
            assertThat(check.verify(Base64.getDecoder()
                            .decode(signature.get("signature").asText())))
                    .isTrue();
            assertThat(signature.get("keyId").asText()).matches("[0-9a-f]{16}");
        }
    }

    @Test
    void a_key_is_never_overwritten() throws IOException {
        Path name = folder.resolve("acme");
        run("plugin", "keygen", name.toString());
        String key = Files.readString(folder.resolve("acme.key"));

        assertThat(run("plugin", "keygen", name.toString())).contains("is there already");
        assertThat(folder.resolve("acme.key")).hasContent(key);
    }

    @Test
    void index_signs_a_catalogue_and_counts_up() throws IOException {
        run("plugin", "keygen", folder.resolve("acme").toString());
        Files.writeString(
                folder.resolve("plugin.json"),
                "{\"id\":\"com.acme.drift\",\"version\":\"1.2.3\",\"platform\":\"[0.1,1)\"}");
        Files.createDirectories(folder.resolve("content"));
        Files.writeString(folder.resolve("content/one.json"), "{}");
        String shelf = folder.resolve("shelf").toString();
        run("plugin", "pack", folder.resolve("plugin.json").toString(), "--out", shelf);
        String[] index = {
            "plugin", "index", shelf, "--key", folder.resolve("acme.key").toString(), "--days", "30"
        };

        assertThat(run(index)).contains("lists 1 plugins", "good until");
        run(index);

        JsonNode made = JSON.readTree(folder.resolve("shelf/index.json").toFile());
        assertThat(made.path("name").asText()).isEqualTo("shelf");
        assertThat(made.path("counter").asInt()).isEqualTo(2);
        assertThat(made.at("/entries/0/url").asText()).isEqualTo("com.acme.drift-1.2.3.zip");
        assertThat(folder.resolve("shelf/index.json.sig")).exists();
        assertThat(run("plugin", "index", folder.resolve("none").toString(), "--key", "acme.key"))
                .contains("There is no folder");
    }

    private Path pack(String... more) throws IOException {
        Path manifest = Files.writeString(folder.resolve("plugin.json"), "{\"id\":\"com.acme.drift\"}");
        Path bundle = Files.writeString(folder.resolve("a.jar"), "jar");
        Files.createDirectories(folder.resolve("content/plays"));
        Files.writeString(folder.resolve("content/plays/one.json"), "{}");
        List<String> arguments = new ArrayList<>(List.of("plugin", "pack", manifest.toString()));
        arguments.addAll(List.of("--bundle", bundle.toString(), "--version", "1.2.3"));
        arguments.addAll(List.of("--out", folder.resolve("target").toString()));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray(String[]::new))).startsWith("Packed ");
        return folder.resolve("target/com.acme.drift-1.2.3.zip");
    }

    private static List<String> names(ZipFile zip) {
        return zip.stream().<String>map(ZipEntry::getName).toList();
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        Main.run(new PrintWriter(said, true), new PrintWriter(said, true), arguments);
        return said.toString();
    }
}
