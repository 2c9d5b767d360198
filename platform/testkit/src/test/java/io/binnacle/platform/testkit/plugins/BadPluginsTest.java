package io.binnacle.platform.testkit.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadPluginsTest {

    private static final BadPlugins PLUGINS = new BadPlugins(PluginKey.generate());

    @TempDir
    Path folder;

    static Iterable<String> names() {
        return PLUGINS.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_is_a_file_with_a_manifest_and_a_bundle(String name) throws IOException {
        try (ZipFile zip = new ZipFile(PLUGINS.write(name, folder).toFile())) {
            JsonNode manifest = json(zip, "plugin.json");

            assertThat(manifest.get("id").asText()).isEqualTo(BadPlugins.id(name));
            assertThat(zip.getEntry(manifest.get("bundles").get(0).get("path").asText()))
                    .isNotNull();
        }
    }

    @Test
    void a_good_one_lists_the_digest_of_its_bundle_and_says_what_it_imports() throws IOException {
        Path file =
                ExamplePlugins.teller("1.2.3").signedBy(PluginKey.generate()).write(folder);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode bundle = json(zip, "plugin.json").get("bundles").get(0);
            byte[] jar = bytes(zip, bundle.get("path").asText());

            assertThat(bundle.get("sha256").asText()).isEqualTo(PluginKey.sha256(jar));
            assertThat(json(zip, "plugin.json.sig").get("keyId").asText()).hasSize(16);
            try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
                assertThat(in.getManifest().getMainAttributes().getValue("Import-Package"))
                        .isEqualTo("io.binnacle.platform.api.http;version=\"[1.0,2)\","
                                + "io.binnacle.platform.api.security;version=\"[1.0,2)\","
                                + "io.javalin.http;version=\"[7.2,8)\","
                                + "io.javalin.router;version=\"[7.2,8)\","
                                + "io.javalin.security;version=\"[7.2,8)\"");
            }
        }
    }

    private static JsonNode json(ZipFile zip, String entry) throws IOException {
        return Json.read(new String(bytes(zip, entry), StandardCharsets.UTF_8), JsonNode.class);
    }

    private static byte[] bytes(ZipFile zip, String entry) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return in.readAllBytes();
        }
    }
}
