package io.binnacle.platform.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void the_environment_overrides_the_file_and_a_system_property_overrides_both() throws IOException {
        Path file = file("{\"gateway\": {\"port\": 8080, \"host\": \"127.0.0.1\", \"drain.seconds\": 5}}");

        Settings settings = Settings.read(
                file,
                Map.of("BINNACLE_GATEWAY_PORT", "8081", "BINNACLE_GATEWAY_DRAIN_SECONDS", "9", "PATH", "/bin"),
                Map.of("binnacle.gateway.port", "0", "binnacle.home", "/opt/binnacle"));

        assertThat(settings.sections())
                .isEqualTo(Map.of("gateway", Map.of("port", "0", "host", "127.0.0.1", "drain.seconds", "9")));
    }

    @Test
    void no_file_means_defaults() throws IOException {
        assertThat(Settings.read(folder.resolve("absent.json"), Map.of(), Map.of())
                        .sections())
                .isEmpty();
    }

    @Test
    void a_key_that_is_set_twice_is_refused() throws IOException {
        Path file = file("{\"gateway\": {\"port\": 8080, \"port\": 8081}}");

        assertThatThrownBy(() -> Settings.read(file, Map.of(), Map.of()))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("Duplicate field 'port'");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("binnacle.json"), content);
    }
}
