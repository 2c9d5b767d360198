package io.binnacle.forecasting.combination;

import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The combinations that were defined: what holds now in a table, what held in the journal. */
@Component(service = Combinations.class)
public final class Combinations {

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final CombinationTable table;

    @Activate
    public Combinations(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=combinations)") SchemaReady schema) {
        this(database, journal, clock);
    }

    Combinations(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.table = new CombinationTable(database);
    }

    List<Definition> all() {
        return List.copyOf(table.latest());
    }

    Optional<Definition> find(String id) {
        return table.latest(id);
    }

    /** @throws PlatformException ENTITY_NOT_FOUND when it is not defined, or was not then */
    Definition require(String id, AsOf asOf) {
        return database.read(handle -> journal.state(CombinationJournal.entity(id), asOf))
                .flatMap(state -> CombinationJournal.read(state.fields(), id, state.version()))
                .orElseThrow(() -> missing(id));
    }

    /**
     * Defines a combination, or changes it; where nothing would change, the version stays.
     *
     * @param expected the version that is meant to be changed, 0 for one that is not there
     * @throws PlatformException STALE_VERSION when somebody was faster
     */
    Definition define(String id, long expected, Recipe recipe, Principal by, String cause) {
        return database.inTransaction(handle -> {
            Optional<Definition> present = checked(handle, id, expected);
            if (present.map(Definition::recipe).filter(recipe::equals).isPresent()) {
                return present.get();
            }
            long version = append(id, CombinationJournal.defined(id, recipe), by, cause);
            Definition defined = new Definition(id, version, recipe);
            CombinationTable.add(handle, defined);
            return defined;
        });
    }

    /** @throws PlatformException ENTITY_NOT_FOUND, or STALE_VERSION when somebody was faster */
    void delete(String id, long expected, Principal by, String cause) {
        database.inTransaction(handle -> {
            checked(handle, id, expected).orElseThrow(() -> missing(id));
            CombinationTable.remove(handle, id);
            return append(id, CombinationJournal.deleted(), by, cause);
        });
    }

    private Optional<Definition> checked(Handle handle, String id, long expected) {
        handle.execute("lock table combinations.definition in share row exclusive mode");
        Optional<Definition> present = find(id);
        long version = present.map(Definition::version).orElse(0L);
        if (version != expected && (present.isPresent() || expected == 0)) {
            throw STALE_VERSION.because(
                    "the combination %s is at version %d by now, not %d: read it again and repeat your change",
                    id, version, expected);
        }
        if (present.isEmpty() && expected > 0) {
            throw missing(id);
        }
        return present;
    }

    private long append(String id, ObjectNode patch, Principal by, String cause) {
        Change change = new Change(CombinationJournal.entity(id), clock.instant(), by.name(), cause, patch);
        return journal.append(List.of(change)).get(0).seq();
    }

    private static PlatformException missing(String id) {
        return ENTITY_NOT_FOUND.because(
                "there is no combination '%s'; GET /api/v1/forecasting/combinations lists those there are", id);
    }
}
