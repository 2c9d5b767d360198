package io.binnacle.platform.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Sample(int count, double share, String name, Optional<LocalDate> day, Optional<BigDecimal> amount) {}

    private final ObjectMapper mapper = Json.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\": 1} {}",
                "{\"count\": 1, \"count\": 2}",
                "{\"count\": 1, \"unknown\": 2}",
                "{\"count\": null}",
                "{\"count\": 1.5}",
                "{\"count\": \"1\"}",
                "{\"count\": 99999999999}",
                "{\"share\": 1e400}",
                "{\"share\": NaN}",
                "{\"share\": null}",
                "{\"share\": \"0.5\"}",
                "{\"name\": 12}",
                "{\"name\": true}",
                "{\"day\": \"2026-02-30\"}",
                "{\"count\": 1,}",
                "[1, 2",
            })
    void what_is_not_exactly_right_is_refused(String text) {
        assertThatThrownBy(() -> mapper.readValue(text, Sample.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void more_than_64_levels_are_refused() {
        assertThat(Json.read("[".repeat(64) + "]".repeat(64), JsonNode.class)).isNotNull();
        assertThatThrownBy(() -> Json.read("[".repeat(65) + "]".repeat(65), JsonNode.class))
                .hasStackTraceContaining("nesting depth");
    }

    @Test
    void equal_values_give_equal_bytes() {
        assertThat(Json.write(Map.of("b", 1, "a", List.of(Instant.parse("2026-11-02T17:00:00Z")))))
                .isEqualTo("{\"a\":[\"2026-11-02T17:00:00Z\"],\"b\":1}");
        assertThat(Json.hash(Map.of("x", 1, "y", 2))).isEqualTo(Json.hash(Map.of("y", 2, "x", 1)));
        assertThat(Json.write(Json.read("{\"b\":1,\"a\":{\"d\":2,\"c\":3}}", JsonNode.class)))
                .isEqualTo("{\"a\":{\"c\":3,\"d\":2},\"b\":1}");
    }

    @Test
    void decimals_keep_their_digits_and_empty_optionals_are_left_out() {
        Sample sample = new Sample(3, 0.5, "n", Optional.empty(), Optional.of(new BigDecimal("1E+3")));

        assertThat(Json.write(sample)).isEqualTo("{\"amount\":1000,\"count\":3,\"name\":\"n\",\"share\":0.5}");
        assertThat(Json.read("{\"count\": 1, \"share\": 2, \"amount\": 1.10}", Sample.class)
                        .amount())
                .contains(new BigDecimal("1.10"));
        assertThat(Json.write(Json.read("{\"a\":1.10}", JsonNode.class))).isEqualTo("{\"a\":1.10}");
    }

    @Test
    void the_hash_is_sha_256_in_hexadecimal() {
        // printf '' | sha256sum
        assertThat(Json.sha256("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
