package io.binnacle.pipeline.core.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.TypedTable;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Brings the entities of one kind to a wanted state: what is new is made, what differs changed, the rest left. */
record EntityWriter<T>(
        String entity, Class<T> type, TypedTable<T> table, Function<T, UUID> id, Function<UUID, Instant> since) {

    /** Nobody says since when an account or a seller has existed, so what is new counts as always there. */
    private static final Instant ALWAYS = Instant.EPOCH;

    private static final String REFS = "externalRefs";

    EntityWriter(String entity, Class<T> type, TypedTable<T> table, Function<T, UUID> id) {
        this(entity, type, table, id, key -> ALWAYS);
    }

    void write(LoadContext load, List<T> wanted, Tally tally) {
        Map<UUID, ObjectNode> present = new LinkedHashMap<>();
        table.lock(load.handle(), wanted.stream().map(id).toList())
                .forEach(row -> present.put(id.apply(row), Fields.of(row)));
        Map<UUID, ObjectNode> made = new LinkedHashMap<>();
        Map<UUID, ObjectNode> changed = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (T entity : wanted) {
            UUID key = id.apply(entity);
            ObjectNode old = present.get(key);
            ObjectNode fields = old == null ? Fields.of(entity) : withRefsOf(old, Fields.of(entity));
            ObjectNode patch = Fields.patch(old == null ? Json.object() : old, fields);
            if (!patch.isEmpty()) {
                (old == null ? made : changed).put(key, fields);
                changes.add(load.change(this.entity, key, old == null ? since.apply(key) : load.now(), patch));
            }
        }
        Map<UUID, Appended> versions = load.append(changes);
        table.insert(load.database(), load.handle(), rows(made, versions));
        table.update(load.handle(), rows(changed, versions));
        tally.add(entity, made.size(), changed.size(), wanted.size() - made.size() - changed.size(), changes.size());
    }

    private List<T> rows(Map<UUID, ObjectNode> entities, Map<UUID, Appended> versions) {
        return entities.entrySet().stream()
                .map(entry ->
                        Fields.read(entry.getKey(), versions.get(entry.getKey()).seq(), entry.getValue(), type))
                .toList();
    }

    // An entity keeps the names that other systems gave it.
    private static ObjectNode withRefsOf(ObjectNode old, ObjectNode fields) {
        JsonNode refs = old.get(REFS);
        if (refs != null) {
            fields.set(REFS, refs);
        }
        return fields;
    }
}
