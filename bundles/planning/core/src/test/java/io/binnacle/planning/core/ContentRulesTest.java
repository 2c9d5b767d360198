package io.binnacle.planning.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.binnacle.planning.api.PlanError;
import io.binnacle.platform.api.error.PlatformException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRulesTest {

    @Test
    void a_sound_plan_has_no_faults() {
        assertThat(faults("{\"vision\": \"A\"}")).isEmpty();
        assertThat(faults(objective("\"key\": \"O1\", \"statement\": \"Cheaper\", \"kpi\": " + kpi("9", "3"))))
                .as("a target may lie below the baseline")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"vision\": null}", "{\"vision\": \" \\n\"}", "{\"vision\": \"a\\u0000b\"}"})
    void a_vision_says_something_that_can_be_kept(String json) {
        assertThat(faults(json)).singleElement().asString().startsWith("/content/vision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"1\"", "\"O 1\"", "\"O/1\"", "\"Ö1\"", "\"O12345678901234567890\""})
    void a_key_is_a_letter_and_some_letters_digits_or_dashes(String key) {
        assertThat(faults(objective("\"key\": " + key + ", \"statement\": \"Cheaper\"")))
                .containsExactly("/content/objectives/0/key INVALID_KEY");
    }

    @Test
    void a_key_names_one_objective() {
        assertThat(faults("""
                                {"vision": "A", "objectives": [
                                  {"key": "O1", "statement": "B"}, {"key": "O1", "statement": "C"}]}
                                """)).containsExactly("/content/objectives/1/key DUPLICATE_KEY");
    }

    @Test
    void a_statement_is_not_blank() {
        assertThat(faults(objective("\"key\": \"O1\", \"statement\": \" \"")))
                .containsExactly("/content/objectives/0/statement REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5, 5", "5, 5.00", "0, 0.0"})
    void a_target_differs_from_its_baseline(String numbers) {
        String[] both = numbers.split(", ");

        assertThat(faults(objective("\"key\": \"O1\", \"statement\": \"B\", \"kpi\": " + kpi(both[0], both[1]))))
                .containsExactly("/content/objectives/0/kpi/target TARGET_IS_BASELINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20", "1e999999999", "0.00000000001", "1e-999999999"})
    void a_number_is_short_when_written_out(String number) {
        assertThat(faults(objective("\"key\": \"O1\", \"statement\": \"B\", \"kpi\": " + kpi("5", number))))
                .containsExactly("/content/objectives/0/kpi/target NUMBER_TOO_LONG");
    }

    @Test
    void an_initiative_serves_objectives_of_its_plan() {
        assertThat(faults("""
                                {"vision": "A", "objectives": [{"key": "O1", "statement": "B"}], "initiatives": [
                                  {"key": "I1", "name": "C", "objectives": []},
                                  {"key": "I2", "name": "D", "objectives": ["O1", "O9", "O1"]}]}
                                """))
                .containsExactly(
                        "/content/initiatives/0/objectives OBJECTIVE_NEEDED",
                        "/content/initiatives/1/objectives/1 UNKNOWN_OBJECTIVE",
                        "/content/initiatives/1/objectives/2 NAMED_TWICE");
    }

    @Test
    void all_faults_are_told_at_once() {
        Faults faults = new Faults();
        new ContentRules(faults)
                .check(PlanSamples.content("{\"objectives\": [{\"key\": \"1\", \"statement\": \"\"}]}"));

        var failure = catchThrowableOfType(
                PlatformException.class, () -> faults.refuse(PlanError.INVALID_PLAN, "the plan cannot be saved"));

        assertThat(failure).hasMessage("the plan cannot be saved: at /content/vision, say something here (and 2 more)");
        assertThat(failure.fields()).hasSize(3);
    }

    private static String objective(String fields) {
        return "{\"vision\": \"A\", \"objectives\": [{" + fields + "}]}";
    }

    private static String kpi(String baseline, String target) {
        return "{\"name\": \"n\", \"unit\": \"%\", \"baseline\": " + baseline + ", \"target\": " + target + "}";
    }

    private static List<String> faults(String json) {
        Faults faults = new Faults();
        new ContentRules(faults).check(PlanSamples.content(json));
        var failure = catchThrowableOfType(PlatformException.class, () -> faults.refuse(PlanError.INVALID_PLAN, "no"));
        return failure == null
                ? List.of()
                : failure.fields().stream()
                        .map(field -> field.pointer() + " " + field.code())
                        .toList();
    }
}
