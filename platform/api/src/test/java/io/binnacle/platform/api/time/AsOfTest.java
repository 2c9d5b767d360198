package io.binnacle.platform.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AsOfTest {

    @Test
    void is_written_as_its_two_times_and_nothing_else() {
        AsOf asOf = new AsOf(Instant.parse("2026-11-02T17:00:00Z"), Instant.parse("2026-11-03T00:00:00Z"));

        assertThat(Json.write(asOf))
                .isEqualTo("{\"knownAt\":\"2026-11-03T00:00:00Z\",\"validAt\":\"2026-11-02T17:00:00Z\"}");
        assertThat(Json.read(Json.write(asOf), AsOf.class)).isEqualTo(asOf);
    }
}
