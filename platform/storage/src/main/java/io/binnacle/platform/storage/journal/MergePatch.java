package io.binnacle.platform.storage.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON Merge Patch (RFC 7396). */
final class MergePatch {

    private MergePatch() {}

    /** Changes {@code target} by {@code patch}: nulls remove, objects merge, everything else replaces. */
    static void apply(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode nested) {
                apply(objectAt(target, field.getKey()), nested);
            } else {
                target.set(field.getKey(), value);
            }
        }
    }

    private static ObjectNode objectAt(ObjectNode target, String name) {
        if (target.get(name) instanceof ObjectNode present) {
            return present;
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        target.set(name, made);
        return made;
    }
}
