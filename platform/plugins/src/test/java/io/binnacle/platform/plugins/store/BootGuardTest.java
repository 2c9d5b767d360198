package io.binnacle.platform.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootGuardTest {

    @TempDir
    Path root;

    @BeforeEach
    void generation_1_works_and_generation_2_is_new() {
        PluginStore store = PluginStore.open(root, Clock.systemUTC());
        for (String version : new String[] {"1.0.1", "1.0.2"}) {
            Contents.add(store.contents(), version);
            store.generations().commit(Contents.pair(version), "to " + version);
        }
        store.generations().markGood(1);
    }

    @Test
    void three_failed_boots_lead_back_to_the_last_good_generation_and_five_to_safe_mode() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(boot -> boot().boots().choose(false)))
                .containsExactly(
                        Choice.CURRENT,
                        Choice.CURRENT,
                        Choice.CURRENT,
                        Choice.LAST_GOOD,
                        Choice.LAST_GOOD,
                        Choice.SAFE_MODE,
                        Choice.SAFE_MODE);
    }

    @Test
    void the_last_good_generation_becomes_current_and_its_cause_tells_why() {
        failedBoots(3);

        Generation current = boot(Choice.LAST_GOOD).generations().current();

        assertThat(current.plugins()).isEqualTo(Contents.pair("1.0.1"));
        assertThat(current.number()).isEqualTo(3);
        assertThat(current.cause())
                .isEqualTo("back to generation 1, because generation 2 failed to start 3 times in a row");
    }

    @Test
    void a_boot_that_succeeds_makes_its_generation_good_and_the_count_begins_anew() {
        failedBoots(2);

        boot(Choice.CURRENT).boots().succeeded();

        assertThat(boot().generations().lastGood().orElseThrow().number()).isEqualTo(2);
        failedBoots(3);
        boot(Choice.LAST_GOOD);
    }

    @Test
    void safe_mode_proves_nothing_about_the_plugins() {
        failedBoots(5);

        boot(Choice.SAFE_MODE).boots().succeeded();

        assertThat(boot().generations().lastGood().orElseThrow().number()).isEqualTo(1);
        boot(Choice.CURRENT);
    }

    @Test
    void an_administrator_gets_safe_mode_at_once() {
        PluginStore store = boot();

        assertThat(store.boots().choose(true)).isEqualTo(Choice.SAFE_MODE);
        assertThat(store.boots().reason())
                .isEqualTo("The platform starts in safe mode, without plugins, because an administrator asked for it.");
        assertThat(store.generations().current().number()).isEqualTo(2);
    }

    @Test
    void where_nothing_ever_worked_there_is_nothing_to_go_back_to() throws Exception {
        Files.delete(root.resolve("LAST_GOOD"));
        failedBoots(3);

        assertThat(boot(Choice.SAFE_MODE).boots().reason())
                .contains("the last 3 boots failed and no generation was ever seen to work");
    }

    @Test
    void a_boot_that_was_stopped_in_good_order_counts_neither_way() {
        failedBoots(2);

        for (int stopped = 0; stopped < 5; stopped++) {
            boot(Choice.CURRENT).boots().interrupted();
        }
        failedBoots(1);
        boot(Choice.LAST_GOOD);
    }

    @Test
    void the_choice_is_explained_in_one_sentence() {
        assertThat(reason()).isEqualTo("The platform starts generation 2.");
        assertThat(reason()).isEqualTo("The platform starts generation 2, although the last boot failed.");
        assertThat(reason()).isEqualTo("The platform starts generation 2, although the last 2 boots failed.");
        assertThat(reason())
                .isEqualTo("The platform starts with the plugins of generation 1, the last good one,"
                        + " because generation 2 failed to start 3 times in a row.");
        assertThat(reason())
                .isEqualTo("The last 4 boots failed, but the plugins of generation 3 are those of the last good one,"
                        + " so they start again.");
        assertThat(reason())
                .isEqualTo("The platform starts in safe mode, without plugins, because the last 5 boots failed.");
    }

    private String reason() {
        PluginStore store = boot();
        store.boots().choose(false);
        return store.boots().reason();
    }

    private void failedBoots(int count) {
        for (int boot = 0; boot < count; boot++) {
            boot().boots().choose(false);
        }
    }

    private PluginStore boot(Choice expected) {
        PluginStore store = boot();
        assertThat(store.boots().choose(false)).isEqualTo(expected);
        return store;
    }

    private PluginStore boot() {
        return PluginStore.open(root, Clock.systemUTC());
    }
}
