package io.binnacle.pipeline.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entity as the journal keeps it: its fields in JSON, without id and version. */
public final class Fields {

    // 550 and 550.0 are the same amount, whichever of them the source wrote.
    private static final Comparator<JsonNode> BY_WORTH =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private Fields() {}

    /** The fields of an entity. */
    public static ObjectNode of(Object entity) {
        ObjectNode fields = Json.mapper().valueToTree(entity);
        fields.remove(List.of("id", "version"));
        return fields;
    }

    /** The entity that has these fields. */
    public static <T> T read(EntityState state, Class<T> type) {
        return read(state.id(), state.version(), state.fields(), type);
    }

    /** The entity that has these fields. */
    public static <T> T read(UUID id, long version, ObjectNode fields, Class<T> type) {
        ObjectNode whole = Json.object();
        whole.setAll(fields);
        whole.put("id", id.toString()).put("version", version);
        try {
            return Json.mapper().treeToValue(whole, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no " + type.getSimpleName() + " in " + id + ": " + fields, e);
        }
    }

    /** The merge patch that makes {@code to} of {@code from}; empty when they are worth the same. */
    public static ObjectNode patch(ObjectNode from, ObjectNode to) {
        ObjectNode patch = Json.object();
        for (Map.Entry<String, JsonNode> field : to.properties()) {
            JsonNode old = from.get(field.getKey());
            if (old == null || !old.equals(BY_WORTH, field.getValue())) {
                patch.set(field.getKey(), field.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (!to.has(field.getKey())) {
                patch.putNull(field.getKey());
            }
        }
        return patch;
    }

    /** {@code fields} with a merge patch (RFC 7396) laid over them. */
    public static ObjectNode merge(ObjectNode fields, ObjectNode patch) {
        ObjectNode merged = Json.object();
        merged.setAll(fields);
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode old = merged.get(field.getKey());
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode inner) {
                merged.set(field.getKey(), merge(old instanceof ObjectNode object ? object : Json.object(), inner));
            } else {
                merged.set(field.getKey(), field.getValue());
            }
        }
        return merged;
    }
}
