package io.binnacle.platform.api.journal;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes the typed rows of all entities of one type from their histories, so that tables can be filled from a
 * journal that came from elsewhere, and compared with it at any time.
 *
 * <p>Register one for every entity type you write to the journal, once its tables are there. Rows depend on the
 * history alone: not on the clock, on settings, or on what is in any table. Several projections may write to
 * one table. Any thread may call.
 */
@ConsumerType
public interface Projection {

    /** The type of the entities, as in {@link EntityRef}. */
    String entityType();

    /** Every table that it writes to. */
    List<ProjectedTable> tables();

    /**
     * Whether the entities belong to this instance alone, as the tokens that open it do: exports leave them out, and
     * an instance that has no others counts as empty.
     */
    default boolean isLocal() {
        return false;
    }

    /** Adds the rows of one entity; none when the entity is not to be seen any more. */
    void project(EntityHistory history, Rows rows);

    /** Where rows go. */
    @ProviderType
    interface Rows {

        /**
         * @param table one of {@link Projection#tables}
         * @param values one for each of its columns: texts, numbers, booleans, constants, ids, dates, instants;
         *     an empty {@link java.util.Optional} for a null
         */
        void add(ProjectedTable table, List<?> values);
    }
}
