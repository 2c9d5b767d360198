package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.archive.AcmePlugin.ACME;
import static io.binnacle.platform.plugins.archive.AcmePlugin.OFFICIAL;
import static io.binnacle.platform.plugins.archive.AcmePlugin.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.packager.Keys;
import io.binnacle.platform.plugins.PluginError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {

    @TempDir
    Path work;

    private Path file;
    private Path staging;
    private ArchiveReader reader;

    @BeforeEach
    void trust_two_keys() throws IOException {
        file = work.resolve("plugin.zip");
        staging = work.resolve("staging");
        reader = new ArchiveReader(AcmePlugin.trust(work.resolve("keys")));
    }

    @Test
    void a_signed_plugin_is_unpacked_as_it_was_packed() throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        StagedPlugin staged = reader.read(plugin.signedBy(ACME, file), staging);

        assertThat(staged.trust()).isEqualTo(Trust.PUBLISHER);
        assertThat(staged.manifest().id()).isEqualTo("io.acme.energy");
        assertThat(staged.digest()).isEqualTo(Sha256.of(Files.readAllBytes(file)));
        assertThat(names(staged.folder()))
                .containsExactly("bundles/energy.jar", "content/pack.json", "plugin.json", "plugin.json.sig");
        assertThat(staged.folder().resolve("content/pack.json")).hasContent("{\"levers\":[]}");
        assertThat(staged.folder().resolve("bundles/energy.jar")).hasBinaryContent(plugin.jar());
    }

    @Test
    void the_makers_answer_for_any_publisher() throws IOException {
        assertThat(reader.read(new AcmePlugin().signedBy(OFFICIAL, file), staging)
                        .trust())
                .isEqualTo(Trust.OFFICIAL);
    }

    @Test
    void a_plain_bundle_gets_a_manifest_from_its_headers() throws IOException {
        ArchiveReader lenient = new ArchiveReader(AcmePlugin.trust(work.resolve("keys"), "io.acme.energy"));
        StagedPlugin staged = lenient.read(
                new AcmePlugin()
                        .header("Binnacle-Plugin-Permissions", "routes,outbound-http")
                        .plain(file),
                staging);

        assertThat(staged.trust()).isEqualTo(Trust.UNSIGNED);
        assertThat(staged.manifest().permissions()).containsExactly(Permission.ROUTES, Permission.OUTBOUND_HTTP);
        assertThat(names(staged.folder())).containsExactly("bundles/io.acme.energy.jar", "plugin.json");
        assertThat(PluginManifest.parse(Files.readAllBytes(staged.folder().resolve("plugin.json"))))
                .isEqualTo(staged.manifest());
    }

    @Test
    void a_plain_bundle_that_does_not_say_what_it_is_is_refused() throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        plugin.plain(file);
        plugin.headers.remove("Binnacle-Plugin-Publisher");
        Files.write(file, plugin.jar());
        assertRefused(PluginError.PLUGIN_MANIFEST_INVALID, "needs the header Binnacle-Plugin-Publisher");

        plugin.headers.remove("Binnacle-Plugin-Id");
        Files.write(file, plugin.jar());
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "no plugin.json");
    }

    @Test
    void nobody_answers_for_an_unsigned_plugin() throws IOException {
        new AcmePlugin().unsigned(file);
        assertRefused(PluginError.PLUGIN_UNSIGNED, "plugins.allow.unsigned");

        new AcmePlugin().plain(file);
        assertRefused(PluginError.PLUGIN_UNSIGNED, "io.acme.energy is not signed");
    }

    @Test
    void an_unsigned_plugin_may_be_allowed_by_its_id() throws IOException {
        TrustStore lenient = AcmePlugin.trust(work.resolve("keys"), "io.acme.energy");

        assertThat(new ArchiveReader(lenient)
                        .read(new AcmePlugin().unsigned(file), staging)
                        .trust())
                .isEqualTo(Trust.UNSIGNED);
    }

    @Test
    void another_key_than_the_publishers_is_refused() throws IOException {
        Keys other = Keys.generate();
        new AcmePlugin().signedBy(other, file);
        assertRefused(PluginError.PLUGIN_SIGNATURE_INVALID, other.id(), ACME.id());
    }

    @Test
    void a_publisher_whom_nobody_knows_is_refused_until_the_key_is_there() throws IOException {
        Keys globex = Keys.generate();
        AcmePlugin plugin = new AcmePlugin();
        plugin.template.put("publisher", "globex");
        plugin.signedBy(globex, file);
        assertRefused(PluginError.PLUGIN_PUBLISHER_UNKNOWN, "globex.pub", globex.id());

        Files.writeString(work.resolve("keys/trusted/globex.pub"), globex.publicKey());
        assertThat(reader.read(file, staging).trust()).isEqualTo(Trust.PUBLISHER);
    }

    @Test
    void a_publisher_cannot_speak_for_another() throws IOException {
        Keys globex = Keys.generate();
        Files.writeString(work.resolve("keys/trusted/globex.pub"), globex.publicKey());
        new AcmePlugin().signedBy(globex, file);
        assertRefused(PluginError.PLUGIN_SIGNATURE_INVALID, "get the plugin from its publisher");
    }

    @Test
    void a_manifest_that_was_changed_after_signing_is_refused_even_where_unsigned_ones_are_allowed()
            throws IOException {
        RawZip zip = new RawZip();
        copyOf(new AcmePlugin().signedBy(ACME, work.resolve("good.zip")), zip, "plugin.json", "Energy", "Power!");
        zip.write(file);
        reader = new ArchiveReader(AcmePlugin.trust(work.resolve("keys"), "io.acme.energy"));
        assertRefused(PluginError.PLUGIN_SIGNATURE_INVALID, "was changed after it was signed");
    }

    @Test
    void a_file_that_was_changed_is_refused() throws IOException {
        RawZip zip = new RawZip();
        copyOf(new AcmePlugin().signedBy(ACME, work.resolve("good.zip")), zip, "content/pack.json", "levers", "Levers");
        zip.write(file);
        assertRefused(PluginError.PLUGIN_CONTENT_MISMATCH, "content/pack.json is not the file");
    }

    @Test
    void files_are_those_that_are_listed_no_more_and_no_fewer() throws IOException {
        Path good = new AcmePlugin().signedBy(ACME, work.resolve("good.zip"));
        RawZip more = new RawZip().addAll(good);
        more.add("content/more.json", utf8("{}"));
        more.write(file);
        assertRefused(PluginError.PLUGIN_CONTENT_MISMATCH, "does not list: content/more.json");

        RawZip fewer = new RawZip();
        copyOf(good, fewer, "bundles/energy.jar", null, null);
        fewer.write(file);
        assertRefused(PluginError.PLUGIN_CONTENT_MISMATCH, "does not have: bundles/energy.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped.json",
                "content/../../escaped.json",
                "/etc/escaped.json",
                "C:/escaped.json",
                "c:escaped.json",
                "content\\escaped.json",
                "content/\0escaped.json",
                "content//escaped.json",
                "./escaped.json",
                "content/.."
            })
    void names_that_lead_elsewhere_are_refused(String name) throws IOException {
        RawZip zip = new RawZip().addAll(new AcmePlugin().signedBy(ACME, work.resolve("good.zip")));
        zip.add(name, utf8("{}"));
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "nothing was unpacked");
        assertThat(work.resolve("escaped.json")).doesNotExist();
    }

    @Test
    void links_are_refused() throws IOException {
        RawZip zip = new RawZip().addAll(new AcmePlugin().signedBy(ACME, work.resolve("good.zip")));
        zip.add("content/link.json", utf8("/etc/passwd")).mode = 0120777;
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "'content/link.json' is a symbolic link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"content/pack.json", "content/PACK.json", "Content/pack.json", "content/pack.json/more.json"})
    void what_would_be_one_file_on_some_disk_is_refused(String name) throws IOException {
        RawZip zip = new RawZip().addAll(new AcmePlugin().signedBy(ACME, work.resolve("good.zip")));
        zip.add(name, utf8("{}"));
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, name);
    }

    @Test
    void a_file_that_is_too_large_is_not_even_opened() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(Budget.UPLOAD + 1);
        }
        assertRefused(PluginError.PLUGIN_ARCHIVE_TOO_LARGE, "at most 67108864");
    }

    @Test
    void ten_thousand_entries_are_enough() throws IOException {
        RawZip zip = new RawZip();
        for (int i = 0; i <= Budget.ENTRIES; i++) {
            zip.add("content/" + i + ".json", utf8("{}"));
        }
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_TOO_LARGE, "more than 10000 entries");
    }

    @Test
    void the_entries_of_jars_count_too() throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        for (int i = 0; i < Budget.ENTRIES; i++) {
            plugin.inBundle("data/" + i, new byte[0]);
        }
        plugin.signedBy(ACME, file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_TOO_LARGE, "more than 10000 entries");
    }

    @Test
    void a_bomb_goes_off_within_little_memory() throws IOException {
        RawZip zip = new RawZip();
        zip.add("plugin.json", signedManifestListing("content/zeros.json"));
        zip.addZeros("content/zeros.json", 1L << 30);
        zip.write(file);
        reader = new ArchiveReader(AcmePlugin.trust(work.resolve("keys"), "io.acme.energy"));

        long allocated = allocatedBy(() -> assertRefused(
                PluginError.PLUGIN_ARCHIVE_TOO_LARGE, "content/zeros.json unpacks to more than 100 times"));
        assertThat(allocated).isLessThan(8L << 20);
    }

    @Test
    void a_bomb_inside_a_bundle_is_found() throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        plugin.inBundle.put("zeros", new byte[32 << 20]);
        plugin.signedBy(ACME, file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_TOO_LARGE, "bundles/energy.jar!/zeros");
    }

    @Test
    void many_entries_that_are_harmless_alone_are_no_way_around_the_limit() throws IOException {
        AcmePlugin plugin = new AcmePlugin();
        for (int i = 0; i < 40; i++) {
            plugin.inBundle("data/" + i, new byte[1 << 20]);
        }
        plugin.signedBy(ACME, file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_TOO_LARGE, "unpacks to more than 100 times its size");
    }

    @Test
    void all_together_may_not_unpack_to_more_than_the_limit_at_a_harmless_ratio() throws IOException {
        byte[] page = new byte[4 << 20];
        new Random(1).nextBytes(page);
        Arrays.fill(page, 1 << 19, page.length, (byte) 0);
        AcmePlugin plugin = new AcmePlugin();
        for (int i = 0; i < 65; i++) {
            plugin.inBundle("data/" + i, page);
        }
        plugin.signedBy(ACME, file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_TOO_LARGE, "more than 268435456 bytes");
    }

    @Test
    void a_large_plugin_is_read_within_little_memory() throws IOException {
        byte[] noise = new byte[48 << 20];
        new Random(1).nextBytes(noise);
        new AcmePlugin().inBundle("model.bin", noise).signedBy(ACME, file);

        assertThat(allocatedBy(() -> reader.read(file, staging))).isLessThan(8L << 20);
    }

    /** Many names for the same bytes, as in D. Fifield, "A better zip bomb" (WOOT 2019). */
    @Test
    void entries_that_share_their_data_are_refused() throws IOException {
        RawZip zip = new RawZip();
        zip.add("plugin.json", signedManifestListing("content/a.json"));
        RawZip.Entry kernel = zip.addZeros("content/a.json", 1 << 20);
        RawZip.Entry again = zip.addZeros("content/b.json", 1 << 20);
        zip.bytes();
        again.headerStart = kernel.headerStart;
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "overlap");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 12, 14, 1000})
    void a_size_that_is_not_true_is_noticed(long claimed) throws IOException {
        RawZip zip = new RawZip();
        RawZip.Entry content = copyOf(
                new AcmePlugin().signedBy(ACME, work.resolve("good.zip")),
                zip,
                "content/pack.json",
                "levers",
                "levers");
        content.expanded = claimed;
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "content/pack.json");
    }

    @Test
    void a_checksum_that_is_not_true_is_noticed() throws IOException {
        RawZip zip = new RawZip();
        copyOf(new AcmePlugin().signedBy(ACME, work.resolve("good.zip")), zip, "content/pack.json", "levers", "levers")
                .crc++;
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "size and checksum");
    }

    @Test
    void a_file_that_two_readers_would_read_differently_is_refused() throws IOException {
        Path good = new AcmePlugin().signedBy(ACME, work.resolve("good.zip"));
        new RawZip().addAll(good).hidden(utf8("something else")).write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "data that belongs to none");

        new RawZip().addAll(good).claiming(3).write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "more or fewer entries");

        RawZip renamed = new RawZip();
        copyOf(good, renamed, "content/pack.json", "levers", "levers").nameBeforeData = "content/evil.json";
        renamed.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "two different things");

        Files.write(file, concat(utf8("#!/bin/sh\n"), Files.readAllBytes(good)));
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "not where it should be");

        Files.write(file, concat(Files.readAllBytes(good), utf8("tail")));
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "something behind its end");

        Files.write(file, Arrays.copyOf(Files.readAllBytes(good), (int) Files.size(good) / 2));
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "is no zip file");

        Files.write(file, new byte[0]);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "is no zip file");
    }

    @Test
    void encrypted_entries_are_refused() throws IOException {
        RawZip zip = new RawZip();
        copyOf(new AcmePlugin().signedBy(ACME, work.resolve("good.zip")), zip, "content/pack.json", "levers", "levers")
                .flags |= 1;
        zip.write(file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "encrypted");
    }

    @Test
    void a_jar_inside_a_bundle_is_refused() throws IOException {
        new AcmePlugin().inBundle("lib/other.jar", new AcmePlugin().jar()).signedBy(ACME, file);
        assertRefused(PluginError.PLUGIN_ARCHIVE_INVALID, "contains the archive lib/other.jar");
    }

    @Test
    void content_is_strict_json() throws IOException {
        new AcmePlugin().content("pack.json", utf8("{\"a\":1,\"a\":2}")).signedBy(ACME, file);
        assertRefused(PluginError.PLUGIN_CONTENT_MISMATCH, "content/pack.json is no strict JSON");

        new AcmePlugin().content("pack.json", utf8("[1]")).signedBy(ACME, file);
        assertRefused(PluginError.PLUGIN_CONTENT_MISMATCH, "one JSON object");
    }

    private void assertRefused(ErrorCode code, String... words) {
        PlatformException refusal = catchThrowableOfType(PlatformException.class, () -> reader.read(file, staging));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(refusal.getMessage()).contains(words);
        assertThat(staging).satisfiesAnyOf(folder -> assertThat(folder).doesNotExist(), folder -> assertThat(folder)
                .isEmptyDirectory());
    }

    /** Copies a zip, with a word of one entry replaced; without a word, that entry is left out. */
    private static RawZip.Entry copyOf(Path good, RawZip into, String name, String word, String other)
            throws IOException {
        RawZip.Entry changed = null;
        try (ZipFile zip = new ZipFile(good.toFile())) {
            for (var entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (!entry.getName().equals(name)) {
                    into.add(entry.getName(), bytes);
                } else if (word != null) {
                    changed = into.add(name, utf8(new String(bytes, StandardCharsets.UTF_8).replace(word, other)));
                }
            }
        }
        return changed;
    }

    private static byte[] signedManifestListing(String path) {
        AcmePlugin plugin = new AcmePlugin();
        plugin.template.putArray("content").addObject().put("path", path).put("sha256", "0".repeat(64));
        return utf8(plugin.template.toString());
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(found -> folder.relativize(found).toString())
                    .sorted()
                    .toList();
        }
    }
}
