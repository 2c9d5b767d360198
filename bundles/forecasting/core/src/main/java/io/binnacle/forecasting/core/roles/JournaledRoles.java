package io.binnacle.forecasting.core.roles;

import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.core.Champions;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roles of all scopes: what holds now in a table, what held in the journal. */
@Component(service = {JournaledRoles.class, Champions.class})
public final class JournaledRoles implements Champions {

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public JournaledRoles(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=forecasting)") SchemaReady schema) {
        this(database, journal, clock);
    }

    public JournaledRoles(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<Alias> of(ForecastScope scope) {
        return inForce(scope).map(Roles::succession).orElse(List.of());
    }

    /** The roles that count for a scope: its own, else those of its metric, else the general ones. */
    Optional<Roles> inForce(ForecastScope scope) {
        List<ForecastScope> scopes =
                List.of(scope, new ForecastScope(scope.metric(), ForecastScope.ALL), ForecastScope.GENERAL);
        Map<ForecastScope, Roles> found = database.read(handle -> handle.createQuery(
                        "select * from forecasting.role where metric in (<metrics>) and segment in (<segments>)")
                .bindList("metrics", scope.metric(), ForecastScope.ANY)
                .bindList("segments", scope.segment(), ForecastScope.ALL)
                .map((row, context) -> roles(row))
                .collect(Collectors.toMap(Roles::scope, roles -> roles)));
        return scopes.stream().map(found::get).flatMap(Stream::ofNullable).findFirst();
    }

    List<Roles> all() {
        return database.read(handle -> handle.createQuery(
                        "select * from forecasting.role order by metric collate \"C\", segment collate \"C\"")
                .map((row, context) -> roles(row))
                .list());
    }

    /** The roles of exactly this scope. */
    Roles get(ForecastScope scope, AsOf asOf) {
        return database.read(handle -> journal.state(RoleJournal.entity(scope), asOf))
                .map(state -> RoleJournal.read(state.fields(), state.version()))
                .orElse(Roles.none(scope));
    }

    /**
     * Changes the roles of a scope.
     *
     * @param expected the version that is meant to be changed, 0 for a scope without roles; empty for any
     * @throws io.binnacle.platform.api.error.PlatformException STALE_VERSION when somebody was faster
     */
    Roles change(ForecastScope scope, OptionalLong expected, UnaryOperator<Roles> change, Principal by, String cause) {
        return database.inTransaction(handle -> {
            handle.execute("lock table forecasting.role in share row exclusive mode");
            Roles present = get(scope, AsOf.LATEST);
            if (expected.isPresent() && expected.getAsLong() != present.version()) {
                throw STALE_VERSION.because(
                        "the roles of %s are at version %d by now, not %d: read them again and repeat your change",
                        scope, present.version(), expected.getAsLong());
            }
            return save(handle, present, change.apply(present), by, cause);
        });
    }

    private Roles save(Handle handle, Roles present, Roles wanted, Principal by, String cause) {
        ObjectNode before = present.version() == 0 ? Json.object() : RoleJournal.fields(present);
        ObjectNode fields = RoleJournal.fields(wanted);
        ObjectNode patch = RoleJournal.patch(before, fields);
        if (patch.isEmpty()) {
            return present;
        }
        ForecastScope scope = wanted.scope();
        Change change = new Change(RoleJournal.entity(scope), clock.instant(), by.name(), cause, patch);
        long version = journal.append(List.of(change)).get(0).seq();
        handle.createUpdate("""
                        insert into forecasting.role (id, metric, segment, fields, version)
                        values (:id, :metric, :segment, :fields, :version)
                        on conflict (id) do update set fields = excluded.fields, version = excluded.version
                        """)
                .bind("id", RoleJournal.entity(scope).id())
                .bind("metric", scope.metric())
                .bind("segment", scope.segment())
                .bind("fields", Json.write(fields))
                .bind("version", version)
                .execute();
        return wanted.at(version);
    }

    private static Roles roles(ResultSet row) throws SQLException {
        return RoleJournal.read(Json.read(row.getString("fields"), ObjectNode.class), row.getLong("version"));
    }
}
