package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Where deals stood at any point in both times. */
public final class Standings {

    private static final Rows<Standing> ROWS = new Rows<>(
            "pipeline.standing",
            List.of(
                    new Column<>("opportunity_id", Standing::id),
                    new Column<>("valid_time", Standing::since),
                    new Column<>("seq", Standing::seq),
                    new Column<>("recorded_time", Standing::recordedAt),
                    new Column<>("account_id", Standing::account),
                    new Column<>("owner_id", Standing::owner),
                    new Column<>("product_id", Standing::product),
                    new Column<>("pipeline", Standing::pipeline),
                    new Column<>("stage", Standing::stage),
                    new Column<>("status", Standing::status),
                    new Column<>("category", Standing::category),
                    new Column<>("amount", row -> row.amount().map(Money::amount)),
                    new Column<>("currency", row -> row.amount().map(Money::currency)),
                    new Column<>("close_date", Standing::closeDate),
                    new Column<>("created_on", Standing::createdOn),
                    new Column<>("deleted", Standing::deleted)));

    /** The table as it follows from the journal. */
    public static final ProjectedTable PROJECTED = ROWS.projected(3);

    private Standings() {}

    /** Hands over where one deal stood, to be compared with what is here. */
    public static void project(List<Standing> standings, Projection.Rows rows) {
        standings.forEach(standing -> rows.add(PROJECTED, ROWS.values(standing)));
    }

    /** Adds what new events say. */
    public static void insert(Database database, Handle handle, Collection<Standing> rows) {
        ROWS.insert(database, handle, rows);
    }

    /** Takes away all that is known of some deals, to be written anew. */
    public static void delete(Handle handle, Collection<UUID> deals) {
        handle.createUpdate("delete from pipeline.standing where opportunity_id = any(cast(:ids as uuid[]))")
                .bind("ids", TypedTable.array(deals))
                .execute();
    }

    /**
     * The ids of the deals that passed the filter then and were not deleted, in their order.
     *
     * @param owners those that {@code filter.node()} stands for
     * @param after the id to go on behind
     */
    public static List<UUID> ids(
            Handle handle, OpportunityFilter filter, Set<UUID> owners, AsOf asOf, Optional<UUID> after, int limit) {
        Query query = handle.createQuery("select opportunity_id from " + PointInTime.STANDING + " t where "
                + Restriction.of(filter) + " and (cast(:after as uuid) is null or opportunity_id > :after)"
                + " order by opportunity_id limit :limit");
        Restriction.bind(PointInTime.bind(query, asOf), filter, owners);
        return query.bind("after", after.orElse(null))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /** When those of the deals that were there then had last changed. */
    public static Map<UUID, Instant> since(Handle handle, Collection<UUID> deals, AsOf asOf) {
        Map<UUID, Instant> since = new HashMap<>();
        PointInTime.bind(
                        handle.createQuery("select opportunity_id, valid_time from " + PointInTime.STANDING
                                + " where opportunity_id = any(cast(:ids as uuid[]))"),
                        asOf)
                .bind("ids", TypedTable.array(deals))
                .map((row, context) -> {
                    Cells cells = new Cells(row);
                    return since.put(cells.id("opportunity_id"), cells.instant("valid_time"));
                })
                .forEach(previous -> {});
        return since;
    }

    /** Where all deals stood then, deleted ones too. */
    public static List<Standing> at(Handle handle, AsOf asOf) {
        return PointInTime.bind(handle.createQuery("select * from " + PointInTime.STANDING), asOf)
                .map((row, context) -> read(row))
                .list();
    }

    /** A row of {@code pipeline.standing}. */
    public static Standing read(ResultSet row) throws SQLException {
        Cells cells = new Cells(row);
        return new Standing(
                cells.id("opportunity_id"),
                cells.instant("valid_time"),
                cells.number("seq"),
                cells.instant("recorded_time"),
                cells.maybeId("account_id"),
                cells.maybeId("owner_id"),
                cells.maybeId("product_id"),
                cells.text("pipeline"),
                cells.text("stage"),
                OpportunityStatus.valueOf(cells.text("status")),
                ForecastCategory.valueOf(cells.text("category")),
                cells.money("amount", "currency"),
                cells.maybeDate("close_date"),
                cells.maybeDate("created_on").orElseThrow(),
                row.getBoolean("deleted"));
    }
}
