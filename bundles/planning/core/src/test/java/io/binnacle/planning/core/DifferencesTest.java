package io.binnacle.planning.core;

import static io.binnacle.planning.api.PlanDiff.Kind.ADD;
import static io.binnacle.planning.api.PlanDiff.Kind.CHANGE;
import static io.binnacle.planning.api.PlanDiff.Kind.MOVE;
import static io.binnacle.planning.api.PlanDiff.Kind.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.planning.api.PlanDiff.Entry;
import io.binnacle.planning.api.PlanDiff.Kind;
import io.binnacle.platform.api.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final String O1 = "{\"key\":\"O1\",\"statement\":\"Keep customers\",\"kpi\":{\"target\":5}}";
    private static final String O2 = "{\"key\":\"O2\",\"statement\":\"Win customers\"}";

    @Test
    void equal_contents_do_not_differ() {
        assertThat(between(objectives(O1, O2), objectives(O1, O2))).isEmpty();
    }

    @Test
    void names_a_changed_number_by_the_key_of_its_objective() {
        assertThat(between(objectives(O2, O1), objectives(O2, O1.replace("5", "4"))))
                .containsExactly(entry(CHANGE, "/objectives/O1/kpi/target", "5", "4"));
    }

    @Test
    void shows_what_was_added_and_removed_as_a_whole() {
        assertThat(between(objectives(O1), objectives(O2)))
                .containsExactly(entry(REMOVE, "/objectives/O1", O1, null), entry(ADD, "/objectives/O2", null, O2));
        assertThat(between("{\"vision\":\"A\"}", "{\"vision\":\"A\",\"ambition\":{\"amount\":1}}"))
                .containsExactly(entry(ADD, "/ambition", null, "{\"amount\":1}"));
    }

    @Test
    void a_changed_order_is_a_move_and_not_a_rewrite() {
        assertThat(between(objectives(O1, O2), objectives(O2, O1)))
                .containsExactly(entry(MOVE, "/objectives/O1", "0", "1"));
    }

    @Test
    void an_objective_can_be_changed_and_moved() {
        assertThat(between(
                        objectives(O1, O2, "{\"key\":\"O3\"}"),
                        objectives("{\"key\":\"O3\"}", O1.replace("5", "4"), O2)))
                .containsExactly(
                        entry(CHANGE, "/objectives/O1/kpi/target", "5", "4"), entry(MOVE, "/objectives/O3", "2", "0"));
    }

    @Test
    void links_are_named_by_what_they_link_to() {
        assertThat(between(
                        "{\"initiatives\":[{\"key\":\"I1\",\"objectives\":[\"O1\",\"O2\"]}]}",
                        "{\"initiatives\":[{\"key\":\"I1\",\"objectives\":[\"O2\",\"O3\"]}]}"))
                .containsExactly(
                        entry(REMOVE, "/initiatives/I1/objectives/O1", "\"O1\"", null),
                        entry(ADD, "/initiatives/I1/objectives/O3", null, "\"O3\""));
    }

    private static String objectives(String... objectives) {
        return "{\"objectives\":[" + String.join(",", objectives) + "]}";
    }

    private static List<Entry> between(String before, String after) {
        return Differences.between(node(before), node(after));
    }

    private static Entry entry(Kind kind, String path, String before, String after) {
        return new Entry(
                kind,
                path,
                Optional.ofNullable(before).map(DifferencesTest::node),
                Optional.ofNullable(after).map(DifferencesTest::node));
    }

    private static JsonNode node(String json) {
        return Json.read(json, JsonNode.class);
    }
}
