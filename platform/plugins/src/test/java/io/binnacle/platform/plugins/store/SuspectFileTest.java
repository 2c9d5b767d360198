package io.binnacle.platform.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspectFileTest {

    private static final Suspect ENERGY =
            new Suspect("io.acme.energy", "1.2.0", "a".repeat(64), Instant.parse("2026-11-26T10:00:00Z"));

    @TempDir
    Path root;

    private SuspectFile file;

    @BeforeEach
    void open() {
        file = new SuspectFile(root.resolve("suspect.json"));
    }

    @Test
    void a_suspect_is_remembered_until_it_is_cleared() {
        assertThat(file.read()).isEmpty();

        file.write(ENERGY);
        assertThat(new SuspectFile(root.resolve("suspect.json")).read()).contains(ENERGY);

        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void a_damaged_file_accuses_nobody() throws IOException {
        Files.writeString(root.resolve("suspect.json"), "{\"plugin\": \"io.acme");

        assertThat(file.read()).isEmpty();
    }
}
