package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The current state of every opportunity. */
public final class OpportunityTable {

    /** The rows. */
    public static final TypedTable<OpportunityRow> ROWS = new TypedTable<>(
            "pipeline.opportunity",
            List.of(
                    new Column<>("id", row -> row.deal().id()),
                    new Column<>("version", row -> row.deal().version()),
                    new Column<>("name", row -> row.deal().name()),
                    new Column<>("account_id", row -> row.deal().account()),
                    new Column<>("owner_id", row -> row.deal().owner()),
                    new Column<>("product_id", row -> row.deal().product()),
                    new Column<>("stage", row -> row.deal().stage()),
                    new Column<>("status", row -> row.deal().status()),
                    new Column<>("category", row -> row.deal().category()),
                    new Column<>("amount", row -> row.deal().amount().map(Money::amount)),
                    new Column<>("currency", row -> row.deal().amount().map(Money::currency)),
                    new Column<>("close_date", row -> row.deal().closeDate()),
                    new Column<>("original_close_date", row -> row.deal().originalCloseDate()),
                    new Column<>("created_on", row -> row.deal().createdOn()),
                    new Column<>("next_step", row -> row.deal().nextStep()),
                    new Column<>("next_activity", row -> row.deal().nextActivity()),
                    new Column<>("reason_closed", row -> row.deal().reasonClosed()),
                    new Column<>("pipeline", row -> row.deal().pipeline()),
                    new Column<>("probability", row -> row.deal().probability()),
                    new Column<>("history_quality", row -> row.deal().historyQuality()),
                    new Column<>("deleted", row -> row.deal().deleted()),
                    new Column<>("ext", row -> Json.write(row.deal().ext())),
                    new Column<>("changed_at", OpportunityRow::changedAt),
                    new Column<>("recorded_at", OpportunityRow::recordedAt)),
            (row, context) -> read(row));

    private OpportunityTable() {}

    /**
     * The opportunities that pass the filter, by id.
     *
     * @param owners those that {@code filter.node()} stands for
     * @param after the id to go on behind
     */
    public static List<Opportunity> list(
            Handle handle, OpportunityFilter filter, Set<UUID> owners, Optional<UUID> after, int limit) {
        String rest = "where " + Restriction.of(filter) + (after.isPresent() ? " and t.id > :after" : "");
        Query query = handle.createQuery(ROWS.select(rest + " order by t.id limit :limit"));
        Restriction.bind(query, filter, owners);
        after.ifPresent(id -> query.bind("after", id));
        return query.bind("limit", limit)
                .map((row, context) -> read(row).deal())
                .list();
    }

    /** The present names of some opportunities. */
    public static Map<UUID, String> names(Handle handle, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        handle.createQuery("select id, name from pipeline.opportunity where id = any(cast(:ids as uuid[]))")
                .bind("ids", TypedTable.array(ids))
                .map((row, context) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                .forEach(previous -> {});
        return names;
    }

    /** When each open opportunity was last changed. */
    public static Map<UUID, Instant> lastChanges(Handle handle) {
        Map<UUID, Instant> changes = new LinkedHashMap<>();
        handle.createQuery(
                        "select id, changed_at from pipeline.opportunity where status = 'OPEN' and not deleted order by id")
                .map((row, context) -> changes.put(
                        row.getObject("id", UUID.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .forEach(previous -> {});
        return changes;
    }

    /** The days on which any deal closes or is expected to. */
    public static List<LocalDate> closingDays(Handle handle) {
        return handle.createQuery("""
                        select distinct close_date
                        from pipeline.opportunity where close_date is not null and not deleted order by close_date""").mapTo(LocalDate.class).list();
    }

    private static OpportunityRow read(ResultSet row) throws SQLException {
        Cells cells = new Cells(row);
        Opportunity deal = new Opportunity(
                cells.id("id"),
                cells.text("name"),
                cells.maybeId("account_id"),
                cells.maybeId("owner_id"),
                cells.maybeId("product_id"),
                cells.text("stage"),
                OpportunityStatus.valueOf(cells.text("status")),
                ForecastCategory.valueOf(cells.text("category")),
                cells.money("amount", "currency"),
                cells.maybeDate("close_date"),
                cells.maybeDate("original_close_date"),
                cells.maybeDate("created_on").orElseThrow(),
                cells.maybeText("next_step"),
                cells.maybeDate("next_activity"),
                cells.maybeText("reason_closed"),
                cells.text("pipeline"),
                cells.maybeDecimal("probability"),
                HistoryQuality.valueOf(cells.text("history_quality")),
                row.getBoolean("deleted"),
                cells.texts("ext"),
                cells.refs(),
                cells.number("version"));
        return new OpportunityRow(deal, cells.instant("changed_at"), cells.instant("recorded_at"));
    }
}
