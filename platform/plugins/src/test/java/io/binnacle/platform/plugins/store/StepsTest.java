package io.binnacle.platform.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    @TempDir
    Path root;

    private Steps steps;

    @BeforeEach
    void open() {
        steps = new Steps(root, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void tells_the_last_step_of_an_operation_that_did_not_end() {
        steps.begin("install", "acme.energy");
        steps.step("install.verified");
        steps.step("install.started");

        assertThat(steps.unfinished()).contains(new Unfinished("install", "acme.energy", "install.started", NOW));
    }

    @Test
    void an_operation_that_ended_leaves_nothing() {
        steps.begin("install", "acme.energy");
        steps.done();

        assertThat(steps.unfinished()).isEmpty();
        assertThatThrownBy(() -> steps.step("install.verified")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_line_that_was_torn_by_a_crash_does_not_count() throws Exception {
        steps.begin("install", "acme.energy");
        Files.writeString(root.resolve("steps.jsonl"), "{\"operation\":\"inst", StandardOpenOption.APPEND);

        assertThat(steps.unfinished()).contains(new Unfinished("install", "acme.energy", "begun", NOW));
    }

    @Test
    void a_platform_that_never_changed_a_plugin_has_nothing_unfinished() {
        assertThat(steps.unfinished()).isEmpty();
    }
}
