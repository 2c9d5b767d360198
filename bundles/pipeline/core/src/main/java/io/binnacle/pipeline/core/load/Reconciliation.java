package io.binnacle.pipeline.core.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.core.load.DealStates.State;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What another system's account of a deal adds to ours.
 *
 * <p>A field that the other system leaves empty is one it does not know, so ours stays; only a field that it
 * had in the state before is cleared. What it tells anew holds now too, even when we knew something later.
 *
 * @param patches in the order in which they are to be recorded
 */
record Reconciliation(List<Patch> patches) {

    private static final String QUALITY = "historyQuality";

    /** Fields that change, and since when. */
    record Patch(Instant since, ObjectNode fields) {}

    /** Compares, and adds what is new to the timeline. */
    static Reconciliation of(Timeline timeline, Opportunity present, List<State> states) {
        List<Patch> patches = new ArrayList<>();
        Set<String> told = new HashSet<>();
        ObjectNode before = Json.object();
        for (State state : states) {
            ObjectNode fields = ours(state.fields(), present);
            ObjectNode held = timeline.at(state.since());
            add(new Patch(state.since(), Fields.patch(held, laidOver(held, before, fields))), timeline, patches);
            before = fields;
        }
        patches.forEach(patch -> patch.fields().fieldNames().forEachRemaining(told::add));
        ObjectNode held = timeline.at(Instant.MAX);
        ObjectNode rest = Fields.patch(held, laidOver(held, Json.object(), before));
        rest.retain(told);
        add(new Patch(timeline.end(), rest), timeline, patches);
        return new Reconciliation(patches);
    }

    private static void add(Patch patch, Timeline timeline, List<Patch> patches) {
        if (!patch.fields().isEmpty()) {
            patches.add(patch);
            timeline.add(patch.since(), patch.fields());
        }
    }

    private static ObjectNode laidOver(ObjectNode held, ObjectNode before, ObjectNode fields) {
        ObjectNode result = Json.object();
        result.setAll(held);
        before.fieldNames().forEachRemaining(name -> {
            if (!fields.has(name)) {
                result.remove(name);
            }
        });
        return result.setAll(fields);
    }

    // The names that a deal has from several systems, and its first close date, are not one system's to say.
    private static ObjectNode ours(ObjectNode fields, Opportunity present) {
        ObjectNode known = Fields.of(present);
        ObjectNode result = Json.object();
        result.setAll(fields);
        result.set("externalRefs", known.get("externalRefs"));
        if (known.has("originalCloseDate")) {
            result.set("originalCloseDate", known.get("originalCloseDate"));
        }
        if (isBetter(present.historyQuality(), fields)) {
            result.set(QUALITY, known.get(QUALITY));
        }
        return result;
    }

    // What is known of the past does not get less by an export that tells less of it.
    private static boolean isBetter(HistoryQuality known, ObjectNode fields) {
        return fields.has(QUALITY)
                && known.compareTo(HistoryQuality.valueOf(fields.get(QUALITY).asText())) < 0;
    }
}
