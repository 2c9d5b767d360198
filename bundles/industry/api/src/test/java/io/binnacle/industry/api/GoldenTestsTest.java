package io.binnacle.industry.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenTestsTest {

    @Test
    void what_comes_out_as_it_should_fails_nothing() {
        assertThat(failures("16000", 74)).isEmpty();
    }

    @Test
    void a_failure_names_the_test_and_what_came_instead() {
        assertThat(failures("16001", 75))
                .containsExactly(
                        "the golden test 'a mine' expects value 16001, but it is 16000",
                        "the golden test 'metals' finds no benchmark gross-margin of Metals with mean 21.5 over 75 firms");
    }

    @Test
    void a_lever_without_a_test_is_a_failure() {
        assertThat(new GoldenTests(List.of(), List.of()).failures(Packs.good()))
                .containsExactly("the lever 'less-fuel' has no golden test");
    }

    private static List<String> failures(String value, int n) {
        String golden = """
                {"levers": [{"name": "a mine", "lever": "less-fuel", "variables": {"cost": 2000000, "saved": 4},
                             "value": %s, "low": 8000, "high": 24000}],
                 "benchmarks": [{"name": "metals", "metric": "gross-margin", "segment": "Metals", "n": %d, "mean": 21.5}]}
                """.formatted(value, n);
        return PackFile.golden(Json.read(golden, JsonNode.class)).failures(Packs.good());
    }
}
