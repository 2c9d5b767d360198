package io.binnacle.pipeline.core.store;

import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.time.AsOf;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The entities of one kind as they were, or were known, at another time: folded from the journal. */
public record Past<T>(Journal journal, String entity, Class<T> type) {

    /** One of them; empty when it did not exist, or was not known, then. */
    public Optional<T> find(UUID id, AsOf asOf) {
        return journal.state(new EntityRef(entity, id), asOf).map(state -> Fields.read(state, type));
    }

    /** What {@code use} makes of all of them, which come in the order of their ids. */
    public <R> R all(AsOf asOf, Function<Stream<T>, R> use) {
        try (Stream<EntityState> states = journal.states(entity, asOf)) {
            return use.apply(states.map(state -> Fields.read(state, type)));
        }
    }
}
