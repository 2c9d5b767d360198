package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which entity another system's name stands for. */
public final class ExternalRefs {

    /**
     * What a name stands for.
     *
     * @param digest of the record as the other system last gave it
     */
    public record Named(String entity, UUID id, Optional<String> digest) {}

    /** The table without digests, which only spare work and are none of the journal's. */
    public static final ProjectedTable PROJECTED = new ProjectedTable(
            "pipeline.external_ref",
            List.of("system", "type", "id", "entity_type", "entity_id"),
            List.of("system", "type", "id"));

    private ExternalRefs() {}

    /** Hands over the names of one entity to be compared with those that are here. */
    public static void project(EntityRef entity, List<ExternalRef> names, Projection.Rows rows) {
        names.forEach(name ->
                rows.add(PROJECTED, List.of(name.system(), name.type(), name.id(), entity.type(), entity.id())));
    }

    /** Keeps other loads out until the transaction ends; readers and other changes go on. */
    public static void lock(Handle handle) {
        handle.execute("lock table pipeline.external_ref in share row exclusive mode");
    }

    /** Those of the names that are known. */
    public static Map<ExternalRef, Named> find(Handle handle, Collection<ExternalRef> refs) {
        Map<ExternalRef, Named> found = new HashMap<>();
        handle.createQuery("""
                        select r.* from pipeline.external_ref r
                        join unnest(cast(:systems as text[]), cast(:types as text[]), cast(:ids as text[]))
                            as q(system, type, id) using (system, type, id)""")
                .bindArray("systems", String.class, column(refs, ExternalRef::system))
                .bindArray("types", String.class, column(refs, ExternalRef::type))
                .bindArray("ids", String.class, column(refs, ExternalRef::id))
                .map((row, context) -> found.put(
                        new ExternalRef(row.getString("system"), row.getString("type"), row.getString("id")),
                        new Named(
                                row.getString("entity_type"),
                                row.getObject("entity_id", UUID.class),
                                Optional.ofNullable(row.getString("digest")))))
                .forEach(previous -> {});
        return found;
    }

    /** Adds names. */
    public static void insert(Database database, Handle handle, Map<ExternalRef, Named> names) {
        if (names.isEmpty()) {
            return;
        }
        String copy = "copy pipeline.external_ref (system, type, id, entity_type, entity_id, digest)"
                + " from stdin with (format csv)";
        database.copyIn(
                handle,
                copy,
                new CopyRows(names.entrySet().stream()
                        .map(name -> row(name.getKey(), name.getValue()))
                        .iterator()));
    }

    /** Keeps the digests of records that came in another form than before. */
    public static void updateDigests(Handle handle, Map<ExternalRef, String> digests) {
        if (digests.isEmpty()) {
            return;
        }
        String update = "update pipeline.external_ref set digest = ? where system = ? and type = ? and id = ?";
        try (PreparedBatch batch = handle.prepareBatch(update)) {
            digests.forEach((ref, digest) -> batch.add(digest, ref.system(), ref.type(), ref.id()));
            batch.execute();
        }
    }

    private static List<String> column(Collection<ExternalRef> refs, Function<ExternalRef, String> part) {
        return refs.stream().map(part).toList();
    }

    private static List<Object> row(ExternalRef ref, Named named) {
        return java.util.Arrays.asList(
                ref.system(),
                ref.type(),
                ref.id(),
                named.entity(),
                named.id(),
                named.digest().orElse(null));
    }
}
