package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.archive.AcmePlugin.ACME;
import static io.binnacle.platform.plugins.archive.AcmePlugin.calling;
import static io.binnacle.platform.plugins.archive.AcmePlugin.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class CompatibilityTest {

    private static final String JOURNAL = "io/binnacle/platform/api/journal/Journal";
    private static final Map<String, Version> EXPORTED = Map.of(
            "io.binnacle.platform.api.journal", Version.parseVersion("1.0.0"),
            "io.binnacle.platform.api.http", Version.parseVersion("1.0.0"),
            "io.binnacle.platform.api.security", Version.parseVersion("1.0.0"),
            "io.binnacle.platform.api.error", Version.parseVersion("1.1.0"),
            "io.binnacle.forecasting.api", Version.parseVersion("1.3.0"));

    @TempDir
    Path work;

    @Test
    void a_plugin_that_was_compiled_against_these_apis_fits() throws IOException {
        assertThat(problemsOf(ExamplePlugins.steadyModel("1.0.0", 1).write(work)))
                .isEmpty();
        assertThat(problemsOf(ExamplePlugins.teller("1.0.0").write(work))).isEmpty();
    }

    @Test
    void the_platform_has_to_be_in_the_range() throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        plugin.template.put("platform", "[0.2,1)");

        assertThat(problems(plugin))
                .containsExactly("it was made for Binnacle from 0.2.0 to before 1.0.0; this is 0.1.0");
    }

    @Test
    void the_packages_have_to_be_in_their_ranges() throws IOException {
        AcmePlugin plugin = new AcmePlugin()
                .header(
                        "Import-Package",
                        "io.binnacle.platform.api.error;version=\"[1.0,1.1)\",io.binnacle.platform.api.journal,java.util");
        plugin.template
                .putObject("spi")
                .put("io.binnacle.forecasting.api", "[2.0,3)")
                .put("io.binnacle.weather.api", "1.0");

        assertThat(problems(plugin))
                .containsExactly(
                        "it needs io.binnacle.forecasting.api from 2.0.0 to before 3.0.0; here is 1.3.0",
                        "it needs io.binnacle.platform.api.error from 1.0.0 to before 1.1.0; here is 1.1.0",
                        "it needs io.binnacle.weather.api from 1.0.0, which nothing here offers");
    }

    @Test
    void a_method_that_is_not_there_is_named_with_who_calls_it() throws IOException {
        assertThat(problems(withCall(JOURNAL, "forget", "(Ljava/util/UUID;I)V", true)))
                .containsExactly(
                        "io.acme.energy.Caller uses io.binnacle.platform.api.journal.Journal.forget(UUID, int),"
                                + " which is not in io.binnacle.platform.api.journal 1.0.0");
    }

    @Test
    void a_method_with_other_types_is_another_method() throws IOException {
        assertThat(problems(withCall(
                        "io/binnacle/platform/api/error/ErrorCode",
                        "because",
                        "(Ljava/lang/String;)Lio/binnacle/platform/api/error/PlatformException;",
                        true)))
                .singleElement()
                .asString()
                .contains("ErrorCode.because(String), which is not in");
    }

    @Test
    void inherited_methods_are_found() throws IOException {
        String exception = "io/binnacle/platform/api/error/PlatformException";
        assertThat(problems(withCall(exception, "getMessage", "()Ljava/lang/String;", false)))
                .isEmpty();
        assertThat(problems(withCall(exception, "hashCode", "()I", false))).isEmpty();
        assertThat(problems(withCall(exception, "getAdvice", "()Ljava/lang/String;", false)))
                .hasSize(1);
    }

    @Test
    void a_class_that_is_not_there_is_named() throws IOException {
        assertThat(problems(withCall("io/binnacle/weather/api/Sky", "blue", "()V", false)))
                .containsExactly("io.acme.energy.Caller uses io.binnacle.weather.api.Sky, and nothing here offers"
                        + " io.binnacle.weather.api");
    }

    @Test
    void classes_for_a_later_java_and_damaged_ones_are_named() throws IOException {
        byte[] later = AcmePlugin.emptyClass("io/acme/energy/Later");
        later[7] = (byte) 144;

        assertThat(problems(new AcmePlugin()
                        .inBundle("io/acme/energy/Later.class", later)
                        .inBundle("io/acme/energy/Noise.class", utf8("no class at all"))
                        .inBundle("io/acme/energy/Short.class", new byte[3])))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("was compiled for Java 100; this is Java"))
                .anyMatch(problem -> problem.contains("Noise.class"))
                .anyMatch(problem -> problem.contains("Short.class is no class file"));
    }

    private static AcmePlugin withCall(String owner, String method, String descriptor, boolean ofInterface) {
        return new AcmePlugin()
                .inBundle(
                        "io/acme/energy/Caller.class",
                        calling("io/acme/energy/Caller", owner, method, descriptor, ofInterface));
    }

    private List<String> problems(AcmePlugin plugin) throws IOException {
        return problemsOf(plugin.signedBy(ACME, work.resolve("plugin.zip")));
    }

    private List<String> problemsOf(Path file) throws IOException {
        TrustStore trust =
                AcmePlugin.trust(work.resolve("keys"), "io.acme.energy", "io.example.steady", "io.example.teller");
        StagedPlugin staged = new ArchiveReader(trust).read(file, work.resolve("staging"));
        return new Compatibility(Version.parseVersion("0.1.0")).problems(staged, EXPORTED, CompatibilityTest::find);
    }

    private static Optional<byte[]> find(String name) {
        try (InputStream in = CompatibilityTest.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return in == null || !name.startsWith("io/binnacle/") ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
