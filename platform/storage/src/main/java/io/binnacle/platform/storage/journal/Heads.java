package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The ends of the chains of some entities, locked until the transaction ends. */
final class Heads {

    private final Map<EntityRef, Head> heads = new HashMap<>();

    /**
     * Locks the heads of {@code entities}, making those that are missing. All transactions take these locks
     * in the one order of the table's key, first the new ones, then the old, so none waits for another in a
     * circle.
     */
    static Heads lock(Handle handle, Collection<EntityRef> entities) {
        Heads locked = new Heads();
        bind(
                        handle.createQuery("insert into journal.head"
                                + " select type, id, 0, decode(repeat('0', 64), 'hex'), '-infinity', '-infinity'"
                                + " from unnest(cast(:types as text[]), cast(:ids as uuid[])) as wanted(type, id)"
                                + " order by type, id on conflict do nothing returning *"),
                        entities)
                .map((row, context) -> Head.of(row))
                .forEach(head -> locked.heads.put(head.entity(), head));
        List<EntityRef> old = entities.stream()
                .filter(entity -> !locked.heads.containsKey(entity))
                .toList();
        if (old.isEmpty()) {
            return locked;
        }
        bind(
                        handle.createQuery("select head.* from journal.head"
                                + " join unnest(cast(:types as text[]), cast(:ids as uuid[])) as wanted(type, id)"
                                + " on entity_type = type and entity_id = id"
                                + " order by entity_type, entity_id for update of head"),
                        old)
                .map((row, context) -> Head.of(row))
                .forEach(head -> locked.heads.put(head.entity(), head));
        return locked;
    }

    Head of(EntityRef entity) {
        return heads.get(entity);
    }

    void advance(NewEvent event) {
        heads.computeIfPresent(event.entity(), (entity, head) -> head.followedBy(event));
    }

    void save(Handle handle) {
        bind(
                        handle.createUpdate("update journal.head set seq = new.seq, hash = decode(new.hash, 'hex'),"
                                + " last_valid_time = cast(new.valid as timestamptz),"
                                + " last_recorded_time = cast(new.recorded as timestamptz)"
                                + " from unnest(cast(:types as text[]), cast(:ids as uuid[]), cast(:seqs as bigint[]),"
                                + " cast(:hashes as text[]), cast(:valids as text[]), cast(:recordeds as text[]))"
                                + " as new(type, id, seq, hash, valid, recorded)"
                                + " where entity_type = type and entity_id = id"),
                        heads.keySet())
                .bindArray("seqs", Long.class, column(Head::seq))
                .bindArray("hashes", String.class, column(Head::hash))
                .bindArray("valids", String.class, column(head -> head.lastValidTime()
                        .toString()))
                .bindArray("recordeds", String.class, column(head -> head.lastRecordedTime()
                        .toString()))
                .execute();
    }

    private <T> List<T> column(Function<Head, T> value) {
        return heads.values().stream().map(value).toList();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<EntityRef> entities) {
        return statement
                .bindArray(
                        "types",
                        String.class,
                        entities.stream().map(EntityRef::type).toList())
                .bindArray(
                        "ids", UUID.class, entities.stream().map(EntityRef::id).toList());
    }
}
