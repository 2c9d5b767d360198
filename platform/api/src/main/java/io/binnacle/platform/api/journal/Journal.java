package io.binnacle.platform.api.journal;

import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Every change to every domain entity: append-only, numbered without gaps within an entity, chained by
 * hashes, readable at any valid and recorded time. Any thread may call.
 */
@ProviderType
public interface Journal {

    /**
     * Appends changes in the caller's transaction, or in one of its own. Changes of one entity keep their
     * order; entities are locked until the transaction ends.
     *
     * @return one answer for each change, in their order
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when a valid time lies ahead
     */
    List<Appended> append(List<Change> changes);

    /** One entity at a point in both times; empty when it did not exist, or was not known, then. */
    Optional<EntityState> state(EntityRef entity, AsOf asOf);

    /**
     * All entities of a type at a point in both times, in the order of their ids. Close the stream; it reads
     * from the database as it goes and must be used inside {@code Database.read}.
     */
    Stream<EntityState> states(String type, AsOf asOf);

    /** The events of one entity, in their order. */
    List<Event> history(EntityRef entity);

    /** At most {@code limit} events after {@code position}, in the order of their positions. */
    List<Event> after(Position position, int limit);

    /** The position of the newest event that can be seen. */
    Position head();

    /**
     * Calls {@code listener} soon after events have been committed, on a thread of the journal's; it must
     * return at once. A hint, not a delivery: read {@link #after} then, and now and then without.
     *
     * @return ends the subscription
     */
    AutoCloseable onCommit(Runnable listener);

    /** Checks every number and every hash, in constant memory. */
    Verification verify(Progress progress);
}
