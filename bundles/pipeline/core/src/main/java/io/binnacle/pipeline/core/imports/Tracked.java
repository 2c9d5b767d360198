package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.DealField;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Since when the edits of a field are kept, as far as that shows: whoever tells what a field of any deal held
 * before an edit, had its tracking switched on by then.
 */
record Tracked(Map<DealField, Instant> since) {

    static Tracked of(List<DealFacts> deals) {
        Map<DealField, Instant> since = new EnumMap<>(DealField.class);
        for (DealFacts deal : deals) {
            for (DealEdit edit : deal.edits()) {
                edit.before().keySet().forEach(field -> since.merge(field, edit.at(), (a, b) -> a.isBefore(b) ? a : b));
            }
        }
        return new Tracked(since);
    }

    boolean at(DealField field, Instant time) {
        return since.containsKey(field) && !since.get(field).isAfter(time);
    }
}
