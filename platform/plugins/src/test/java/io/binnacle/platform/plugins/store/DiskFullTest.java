package io.binnacle.platform.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of half a megabyte; needs the right to mount one. */
class DiskFullTest {

    @TempDir
    Path disk;

    private PluginStore store;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk.toString()), "may not mount a disk");
        store = PluginStore.open(disk.resolve("plugins"), Clock.systemUTC());
        StoreProcess.update(store, "1.0.1");
        Contents.add(store.contents(), "1.0.2");
        fill();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void a_commit_says_so_and_changes_nothing_and_works_once_there_is_room() throws Exception {
        assertThatThrownBy(() -> store.generations().commit(Contents.pair("1.0.2"), "update"))
                .isInstanceOfSatisfying(
                        PlatformException.class, full -> assertThat(full.code()).isEqualTo(PlatformError.DISK_FULL))
                .hasMessageContaining("nothing was changed; free some space and try again");
        assertThat(store.generations().current().plugins()).isEqualTo(Contents.pair("1.0.1"));
        assertThat(reopened().generations().current().plugins()).isEqualTo(Contents.pair("1.0.1"));

        Files.delete(disk.resolve("filler"));
        Contents.add(store.contents(), "1.0.2");
        store.generations().commit(Contents.pair("1.0.2"), "update");
        assertThat(reopened().generations().current().plugins()).isEqualTo(Contents.pair("1.0.2"));
    }

    @Test
    void an_operation_does_not_begin_but_one_that_has_begun_can_end() throws Exception {
        assertThatThrownBy(() -> store.steps().begin("install", "acme.a"))
                .isInstanceOfSatisfying(
                        PlatformException.class, full -> assertThat(full.code()).isEqualTo(PlatformError.DISK_FULL));

        store.steps().done();
        assertThat(store.steps().unfinished()).isEmpty();
    }

    @Test
    void the_platform_starts_all_the_same() {
        PluginStore again = reopened();

        assertThat(again.boots().choose(false)).isEqualTo(Choice.CURRENT);
        assertThat(again.generations().current().plugins()).isEqualTo(Contents.pair("1.0.1"));
    }

    private PluginStore reopened() {
        return PluginStore.open(disk.resolve("plugins"), Clock.systemUTC());
    }

    private void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            byte[] page = new byte[4096];
            while (true) {
                filler.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
