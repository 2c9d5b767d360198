package io.binnacle.platform.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T20:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path root;

    private PluginStore store;

    @BeforeEach
    void open() {
        store = PluginStore.open(root, CLOCK);
    }

    @Test
    void a_platform_begins_with_an_empty_generation() {
        Generation first = store.generations().current();

        assertThat(first).isEqualTo(new Generation(0, CLOCK.instant(), "nothing was installed yet", new TreeMap<>()));
        assertThat(store.generations().lastGood()).isEmpty();
        assertThat(reopened().current()).isEqualTo(first);
    }

    @Test
    void everything_about_a_plugin_is_there_after_a_restart() {
        Contents.add(store.contents(), "1.2.0");
        InstalledPlugin plugin = Contents.plugin("acme.energy", "1.2.0")
                .withEnabled(false)
                .withConfig(Json.object().put("region", "EMEA"));
        var plugins = new TreeMap<>(Map.of(plugin.id(), plugin));

        Generation committed = store.generations().commit(plugins, "acme.energy 1.2.0 was installed");

        assertThat(committed.number()).isEqualTo(1);
        assertThat(reopened().current()).isEqualTo(committed);
        assertThat(reopened().current().plugins()).containsExactlyEntriesOf(plugins);
    }

    @Test
    void the_file_is_as_documented() throws Exception {
        update("1.0.1");

        assertThat(Files.readString(root.resolve("generations/gen-1.json")))
                .isEqualTo(("{'cause':'to 1.0.1','createdAt':'2026-11-23T20:00:00Z','number':1,'plugins':{"
                                + "'acme.a':{'config':{},'digest':'%1$s','enabled':true,'trust':'PUBLISHER','version':'1.0.1'},"
                                + "'acme.b':{'config':{},'digest':'%1$s','enabled':true,'trust':'PUBLISHER','version':'1.0.1'}}}\n")
                        .replace('\'', '"')
                        .formatted(Contents.digest("1.0.1")));
        assertThat(Files.readString(root.resolve("CURRENT"))).isEqualTo("1\n");
    }

    @Test
    void the_last_ten_and_the_last_good_one_are_kept_with_their_contents() throws Exception {
        for (int update = 1; update <= 15; update++) {
            update("1.0." + update);
            if (update == 2) {
                store.generations().markGood(2);
            }
        }
        store.contents().sweep(store.generations().digests());

        assertThat(store.generations().all())
                .extracting(Generation::number)
                .containsExactlyElementsOf(LongStream.concat(
                                LongStream.iterate(15, number -> number - 1).limit(10), LongStream.of(2))
                        .boxed()
                        .toList());
        assertThat(reopened().all()).isEqualTo(store.generations().all());
        assertThat(store.generations().lastGood().orElseThrow().plugins()).isEqualTo(Contents.pair("1.0.2"));
        assertThat(Contents.isWhole(store.contents().folder(Contents.digest("1.0.2")), "1.0.2"))
                .isTrue();
        assertThat(store.contents().has(Contents.digest("1.0.3"))).isFalse();
    }

    @Test
    void however_often_others_change_a_plugins_way_back_stays() {
        update("1.0.1");
        Contents.add(store.contents(), "2.0.0");
        var plugins = new TreeMap<>(Contents.pair("1.0.1"));
        plugins.put("acme.a", Contents.plugin("acme.a", "2.0.0"));
        store.generations().commit(plugins, "acme.a was updated");
        for (int change = 1; change <= 30; change++) {
            String version = "3.0." + change;
            Contents.add(store.contents(), version);
            plugins.put("acme.b", Contents.plugin("acme.b", version));
            store.generations().commit(plugins, "acme.b was updated");
        }

        assertThat(store.generations().all()).hasSize(11);
        assertThat(store.generations().find(1).orElseThrow().plugins().get("acme.a"))
                .isEqualTo(Contents.plugin("acme.a", "1.0.1"));
    }

    @Test
    void content_that_is_not_in_the_store_is_refused() {
        assertThatThrownBy(() -> store.generations().commit(Contents.pair("9.9.9"), "update"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme.a 9.9.9");
        assertThat(store.generations().current().number()).isZero();
    }

    @Test
    void a_generation_that_does_not_exist_cannot_be_good() {
        assertThatThrownBy(() -> store.generations().markGood(7)).hasMessage("there is no generation 7");
    }

    @Test
    void a_half_written_generation_is_as_if_it_were_not_there() throws Exception {
        update("1.0.1");
        Files.writeString(root.resolve("generations/gen-2.json"), "{\"number\":2,\"plu");
        Files.writeString(root.resolve("generations/gen-2.json.tmp"), "{");

        Generations reopened = reopened();

        assertThat(reopened.current().number()).isEqualTo(1);
        assertThat(reopened.all()).extracting(Generation::number).containsExactly(1L, 0L);
    }

    @Test
    void a_damaged_pointer_leads_back_to_the_last_good_generation() throws Exception {
        update("1.0.1");
        store.generations().markGood(1);
        update("1.0.2");
        Files.writeString(root.resolve("CURRENT"), "rubbish");

        Generation current = reopened().current();

        assertThat(current.plugins()).isEqualTo(Contents.pair("1.0.1"));
        assertThat(current.number()).isEqualTo(3);
        assertThat(current.cause()).isEqualTo("generation 1 again, because CURRENT was damaged");
    }

    @Test
    void the_same_content_twice_is_kept_once() {
        Path first = Contents.add(store.contents(), "1.0.1");
        Path second = Contents.add(store.contents(), "1.0.1");

        assertThat(second).isEqualTo(first).isDirectory();
        assertThat(store.contents().staging()).isEmptyDirectory();
    }

    @Test
    void a_digest_is_never_a_path() {
        assertThatThrownBy(() -> store.contents().folder("../../etc")).isInstanceOf(IllegalArgumentException.class);
    }

    private void update(String version) {
        Contents.add(store.contents(), version);
        store.generations().commit(Contents.pair(version), "to " + version);
    }

    private Generations reopened() {
        return PluginStore.open(root, CLOCK).generations();
    }
}
