package io.binnacle.planning.core;

import static io.binnacle.planning.core.PlanSamples.BANK;
import static io.binnacle.planning.core.PlanSamples.content;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalContentTest {

    @Test
    void writes_sorted_keys_and_the_shortest_numbers() {
        assertThat(CanonicalContent.of(BANK).text())
                .isEqualTo("{\"ambition\":{\"amount\":2000000,\"currency\":\"EUR\"},\"initiatives\":[],"
                        + "\"objectives\":[{\"key\":\"O1\",\"kpi\":{\"baseline\":12.5,\"name\":\"Churn\","
                        + "\"target\":5,\"unit\":\"%\"},\"statement\":\"Keep customers\"}],"
                        + "\"vision\":\"The first bank without branches\"}");
    }

    /** The expected value is what {@code sha256sum} prints for the text above. */
    @Test
    void hashes_what_it_writes() {
        assertThat(CanonicalContent.of(BANK).hash())
                .isEqualTo("5a84b02fa4c5be74a0af7bb2f562cf8217b3824d7bb36d44136cbbff68ca3438");
    }

    @ParameterizedTest
    @CsvSource({"5, 5.0", "5, 5.000", "5, 0.5e1", "100, 1e2", "0, 0.00", "0, 0e7", "-2.50, -2.5"})
    void equal_numbers_say_the_same(String one, String other) {
        assertThat(CanonicalContent.of(target(one))).isEqualTo(CanonicalContent.of(target(other)));
    }

    @Test
    void different_numbers_say_something_else() {
        assertThat(CanonicalContent.of(target("5")).hash())
                .isNotEqualTo(CanonicalContent.of(target("5.0000000001")).hash());
    }

    @Test
    void the_order_in_which_fields_are_written_does_not_matter() {
        var one = content("{\"vision\": \"A\", \"objectives\": [{\"key\": \"O1\", \"statement\": \"B\"}]}");
        var other = content("{\"objectives\": [{\"statement\": \"B\", \"key\": \"O1\"}], \"vision\": \"A\"}");

        assertThat(CanonicalContent.of(one)).isEqualTo(CanonicalContent.of(other));
    }

    @Test
    void what_is_left_out_and_what_is_null_are_the_same() {
        var one = content("{\"vision\": \"A\"}");
        var other = content("{\"vision\": \"A\", \"ambition\": null, \"objectives\": null, \"initiatives\": []}");

        assertThat(CanonicalContent.of(one)).isEqualTo(CanonicalContent.of(other));
    }

    private static io.binnacle.planning.api.PlanContent target(String number) {
        return content("""
                {"vision": "A", "objectives": [{"key": "O1", "statement": "B",
                  "kpi": {"name": "n", "unit": "days", "baseline": 1, "target": %s}}]}
                """.formatted(number));
    }
}
