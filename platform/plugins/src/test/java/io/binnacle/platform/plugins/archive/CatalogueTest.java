package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.archive.AcmePlugin.ACME;
import static io.binnacle.platform.plugins.archive.AcmePlugin.OFFICIAL;
import static io.binnacle.platform.plugins.archive.AcmePlugin.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.packager.CatalogueBuilder;
import io.binnacle.platform.packager.Keys;
import io.binnacle.platform.plugins.PluginError;
import io.binnacle.platform.plugins.archive.CatalogueIndex.Entry;
import io.binnacle.platform.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

class CatalogueTest {

    private static final Instant EXPIRES = TestClock.START.plus(Duration.ofDays(30));
    private static final Surroundings RUNNING = platform("0.1.0");

    @TempDir
    Path work;

    private final TestClock clock = new TestClock();
    private Path folder;
    private TrustStore trust;

    @BeforeEach
    void make_a_catalogue() throws IOException {
        folder = Files.createDirectory(work.resolve("catalogue"));
        trust = AcmePlugin.trust(work.resolve("keys"));
        plugin("1.2.0", "[0.1,1)");
        plugin("1.10.0", "[0.1,1)");
        plugin("2.0.0", "[0.2,1)");
        build(ACME);
    }

    @Test
    void offers_the_newest_version_that_fits_the_platform() {
        CatalogueIndex index = catalogue().index();

        assertThat(index.newest("io.acme.energy", RUNNING)).map(Entry::version).contains("1.10.0");
        assertThat(index.newest("io.acme.energy", platform("0.2.0")))
                .map(Entry::version)
                .contains("2.0.0");
        assertThat(index.newest("io.acme.energy", platform("5"))).isEmpty();
        assertThat(index.newest("io.acme.wind", RUNNING)).isEmpty();
        assertThat(index.versions("io.acme.energy").map(Entry::version)).containsExactly("2.0.0", "1.10.0", "1.2.0");
    }

    @Test
    void passes_over_a_version_that_was_made_for_other_apis() throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        plugin.template.put("version", "1.11.0").putObject("spi").put("io.binnacle.industry.api", "[2,3)");
        plugin.signedBy(ACME, folder.resolve("energy-1.11.0.zip"));
        build(ACME);
        CatalogueIndex index = catalogue().index();

        assertThat(index.newest("io.acme.energy", RUNNING)).map(Entry::version).contains("1.10.0");
        Surroundings newer =
                new Surroundings(RUNNING.platform(), Map.of("io.binnacle.industry.api", Version.parseVersion("2.1.0")));
        assertThat(index.newest("io.acme.energy", newer)).map(Entry::version).contains("1.11.0");
    }

    @Test
    void gets_the_very_file_that_is_listed() throws IOException {
        Catalogue catalogue = catalogue();
        Entry entry = catalogue.index().newest("io.acme.energy", RUNNING).orElseThrow();

        assertThat(catalogue.fetch(entry, work.resolve("downloads")))
                .hasSameBinaryContentAs(folder.resolve("energy-1.10.0.zip"));
    }

    @Test
    void another_file_under_the_same_name_is_refused() throws IOException {
        Catalogue catalogue = catalogue();
        Entry entry = catalogue.index().newest("io.acme.energy", RUNNING).orElseThrow();
        byte[] bytes = Files.readAllBytes(folder.resolve(entry.url()));
        bytes[bytes.length / 2]++;
        Files.write(folder.resolve(entry.url()), bytes);

        assertRefused(() -> catalogue.fetch(entry, work.resolve("downloads")), PluginError.CATALOGUE_INVALID);
        assertThat(work.resolve("downloads")).isEmptyDirectory();

        Files.delete(folder.resolve(entry.url()));
        assertRefused(() -> catalogue.fetch(entry, work.resolve("downloads")), PluginError.CATALOGUE_UNREACHABLE);
    }

    @Test
    void an_older_state_is_refused_even_after_a_restart() throws IOException {
        byte[] oldIndex = Files.readAllBytes(folder.resolve("index.json"));
        byte[] oldSignature = Files.readAllBytes(folder.resolve("index.json.sig"));
        build(ACME);
        assertThat(catalogue().index().counter()).isEqualTo(2);

        Files.write(folder.resolve("index.json"), oldIndex);
        Files.write(folder.resolve("index.json.sig"), oldSignature);
        assertThat(refusal(() -> catalogue().index(), PluginError.CATALOGUE_ROLLED_BACK))
                .contains("is at 1, but 2 was seen before");
    }

    @Test
    void the_same_counter_does_not_stand_for_two_states() throws IOException {
        catalogue().index();
        Files.delete(folder.resolve("index.json"));
        Files.delete(folder.resolve("energy-2.0.0.zip"));
        build(ACME);

        assertThat(refusal(() -> catalogue().index(), PluginError.CATALOGUE_ROLLED_BACK))
                .contains("with other content");
    }

    @Test
    void the_same_state_may_be_fetched_again() {
        assertThat(catalogue().index()).isEqualTo(catalogue().index());
    }

    @Test
    void a_state_that_somebody_freezes_runs_out() {
        Catalogue catalogue = catalogue();
        clock.set(EXPIRES.minusSeconds(1));
        assertThat(catalogue.index().counter()).isEqualTo(1);

        clock.set(EXPIRES);
        assertThat(refusal(catalogue::index, PluginError.CATALOGUE_EXPIRED)).contains("was good until " + EXPIRES);
    }

    @Test
    void the_last_copy_serves_when_the_source_is_away_until_it_runs_out() throws IOException {
        catalogue().index();
        Files.move(folder, work.resolve("elsewhere"));

        assertThat(catalogue().index().counter()).isEqualTo(1);
        clock.set(EXPIRES);
        assertRefused(() -> catalogue().index(), PluginError.CATALOGUE_EXPIRED);
    }

    @Test
    void without_source_and_copy_there_is_nothing() throws IOException {
        Files.move(folder, work.resolve("elsewhere"));
        assertThat(refusal(() -> catalogue().index(), PluginError.CATALOGUE_UNREACHABLE))
                .contains("no copy of it here");
    }

    @Test
    void the_signature_has_to_be_of_somebody_trusted() throws IOException {
        build(Keys.generate());
        assertThat(refusal(() -> catalogue().index(), PluginError.CATALOGUE_INVALID))
                .contains("not trusted here");
    }

    @Test
    void a_new_key_takes_over_and_the_counter_counts_on() throws IOException {
        catalogue().index();
        Keys next = Keys.generate();
        Files.writeString(work.resolve("keys/trusted/acme.pub"), next.publicKey());
        build(next);
        assertThat(catalogue().index().counter()).isEqualTo(2);
    }

    @Test
    void a_changed_index_is_refused() throws IOException {
        Path index = folder.resolve("index.json");
        Files.writeString(index, Files.readString(index).replace("\"counter\":1", "\"counter\":9"));
        assertRefused(() -> catalogue().index(), PluginError.CATALOGUE_INVALID);
    }

    @Test
    void a_damaged_copy_is_not_taken_for_none() throws IOException {
        catalogue().index();
        Files.writeString(work.resolve("state/acme.json"), "{");
        assertThat(refusal(() -> catalogue().index(), PluginError.CATALOGUE_INVALID))
                .contains("is damaged");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "counter":1        | "counter":0
                    "counter":1        | "counter":"1"
                    "counter":1        | "counter":1,"more":1
                    "version":"1.2.0"  | "version":"new"
                    "platform":"[0.1,1)" | "platform":"any"
                    "name":"acme"      | "name":null
                    "id":"io.acme.energy" | "id":"../energy"
                    "expires":         | "expire":
                    """)
    void an_index_that_makes_no_sense_is_refused_though_signed(String word, String other) throws IOException {
        sign(Files.readString(folder.resolve("index.json")).replace(word, other));
        assertRefused(() -> catalogue().index(), PluginError.CATALOGUE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.zip", "/etc/passwd", "link/secret.zip"})
    void nothing_outside_the_folder_is_read(String url) throws IOException {
        Files.writeString(work.resolve("secret.zip"), "secret");
        Files.createSymbolicLink(folder.resolve("link"), work);
        sign(Files.readString(folder.resolve("index.json")).replace("energy-1.10.0.zip", url));
        Catalogue catalogue = catalogue();
        Entry entry = catalogue.index().newest("io.acme.energy", RUNNING).orElseThrow();

        assertRefused(() -> catalogue.fetch(entry, work.resolve("downloads")), PluginError.CATALOGUE_ADDRESS_REFUSED);
    }

    @Test
    void answers_for_plain_bundles_that_it_lists_while_it_is_good() throws IOException {
        Path jar = new AcmePlugin().plain(folder.resolve("energy.jar"));
        build(ACME);
        Catalogue catalogue = catalogue();
        ArchiveReader reader = new ArchiveReader(trust, Set::of, List.of(catalogue));
        assertRefused(() -> reader.read(jar, work.resolve("staging")), PluginError.PLUGIN_UNSIGNED);

        catalogue.index();
        assertThat(reader.read(jar, work.resolve("staging")).trust()).isEqualTo(Trust.PUBLISHER);

        clock.set(EXPIRES);
        assertRefused(() -> reader.read(jar, work.resolve("staging")), PluginError.PLUGIN_UNSIGNED);
    }

    @Test
    void a_publishers_catalogue_does_not_answer_for_others() throws IOException {
        Keys globex = Keys.generate();
        Files.writeString(work.resolve("keys/trusted/globex.pub"), globex.publicKey());
        Path jar = new AcmePlugin().plain(folder.resolve("energy.jar"));
        build(globex);
        Catalogue catalogue = catalogue();
        catalogue.index();
        ArchiveReader reader = new ArchiveReader(trust, Set::of, List.of(catalogue));

        assertRefused(() -> reader.read(jar, work.resolve("staging")), PluginError.PLUGIN_UNSIGNED);
    }

    @Test
    void the_makers_catalogue_answers_for_all() throws IOException {
        Path jar = new AcmePlugin().plain(folder.resolve("energy.jar"));
        build(OFFICIAL);
        Catalogue catalogue = catalogue();
        catalogue.index();

        assertThat(new ArchiveReader(trust, Set::of, List.of(catalogue))
                        .read(jar, work.resolve("staging"))
                        .trust())
                .isEqualTo(Trust.OFFICIAL);
    }

    private static Surroundings platform(String version) {
        return new Surroundings(Version.parseVersion(version), Map.of());
    }

    private Catalogue catalogue() {
        CatalogueSource source = CatalogueSource.at(folder.toString(), new HttpsFetch(false));
        return new Catalogue(source, work.resolve("state/acme.json"), trust, clock);
    }

    private void plugin(String version, String platform) throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        plugin.template.put("version", version).put("platform", platform);
        plugin.signedBy(ACME, folder.resolve("energy-" + version + ".zip"));
    }

    private void build(Keys keys) throws IOException {
        new CatalogueBuilder(keys).build(folder, "acme", EXPIRES);
    }

    private void sign(String index) throws IOException {
        Files.writeString(folder.resolve("index.json"), index);
        Files.write(folder.resolve("index.json.sig"), ACME.sign(utf8(index)));
    }

    private static void assertRefused(Runnable action, PluginError code) {
        refusal(action, code);
    }

    private static String refusal(Runnable action, PluginError code) {
        PlatformException refusal = catchThrowableOfType(PlatformException.class, action::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return refusal.getMessage();
    }
}
