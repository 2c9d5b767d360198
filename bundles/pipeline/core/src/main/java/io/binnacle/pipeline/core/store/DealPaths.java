package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the ways of deals through a window, one after the other. A deal that has not changed since the start is
 * one row; one that has is looked up; one that can never have been in the pipeline of the period is none.
 */
public final class DealPaths {

    private static final int FETCH = 5_000;

    private static final String COLUMNS =
            "owner_id, %s as subject_id, status, category, deleted, amount, currency, close_date";

    private static final String UNCHANGED = """
        select id, history_quality, changed_at as valid_time, %s
        from pipeline.opportunity
        where changed_at <= :from and recorded_at <= :known
            and status = 'OPEN' and not deleted and close_date between :first and :last\
        """;

    private static final String CHANGED = """
        select o.id, o.history_quality, s.*
        from pipeline.span p
        join pipeline.opportunity o on o.id = p.opportunity_id
        cross join lateral (
            (select valid_time, %1$s from pipeline.standing
            where opportunity_id = o.id and valid_time <= :from and recorded_time <= :known
            order by valid_time desc, seq desc limit 1)
            union all
            (%2$s)) s
        where p.first_close <= :last and p.last_close >= :first and p.since <= :to
            and (o.changed_at > :from or o.recorded_at > :known)
        order by o.id, s.valid_time\
        """;

    private static final String EVERY = """
        select distinct on (valid_time) valid_time, %s from pipeline.standing
        where opportunity_id = o.id and valid_time > :from and valid_time <= :to and recorded_time <= :known
        order by valid_time, seq desc\
        """;

    private static final String LAST = """
        select valid_time, %s from pipeline.standing
        where opportunity_id = o.id and valid_time > :from and valid_time <= :to and recorded_time <= :known
        order by valid_time desc, seq desc limit 1\
        """;

    private record Line(UUID deal, HistoryQuality quality, Stand stand) {}

    private final Instant from;
    private final Consumer<DealPath> use;
    private final List<Line> lines = new ArrayList<>();

    private DealPaths(Instant from, Consumer<DealPath> use) {
        this.from = from;
        this.use = use;
    }

    /**
     * Hands every deal to {@code use} that may have a part in the pipeline of the window's period. In path mode
     * it brings every stand in the window, else the last one alone.
     *
     * @param window with its period
     */
    public static void read(Handle handle, WaterfallQuery window, Consumer<DealPath> use) {
        DealPaths paths = new DealPaths(window.from(), use);
        String columns = COLUMNS.formatted(SubjectColumn.of(window.along()));
        String stands = (window.mode() == Mode.PATH ? EVERY : LAST).formatted(columns);
        Query unchanged = handle.createQuery(UNCHANGED.formatted(columns));
        Query changed =
                handle.createQuery(CHANGED.formatted(columns, stands)).bind("to", PointInTime.bound(window.to()));
        ClosingPeriod period = window.period().orElseThrow();
        for (Query query : List.of(unchanged, changed)) {
            query.bind("first", period.first())
                    .bind("last", period.last())
                    .bind("from", PointInTime.bound(window.from()))
                    .bind("known", PointInTime.bound(window.knownAt()))
                    .setFetchSize(FETCH)
                    .map((row, context) -> line(row))
                    .forEach(paths::add);
            paths.flush();
        }
    }

    private void add(Line line) {
        if (!lines.isEmpty() && !lines.get(0).deal().equals(line.deal())) {
            flush();
        }
        lines.add(line);
    }

    private void flush() {
        if (lines.isEmpty()) {
            return;
        }
        Line first = lines.get(0);
        boolean began = !first.stand().since().isAfter(from);
        List<Stand> stands = lines.stream().map(Line::stand).toList();
        use.accept(new DealPath(
                first.deal(),
                first.quality(),
                began ? Optional.of(first.stand()) : Optional.empty(),
                began ? stands.subList(1, stands.size()) : stands));
        lines.clear();
    }

    private static Line line(ResultSet row) throws SQLException {
        Cells cells = new Cells(row);
        Stand stand = new Stand(
                cells.instant("valid_time"),
                cells.maybeId("owner_id"),
                cells.maybeId("subject_id"),
                OpportunityStatus.valueOf(cells.text("status")),
                cells.text("category").equals(ForecastCategory.OMITTED.name()),
                row.getBoolean("deleted"),
                cells.money("amount", "currency"),
                cells.maybeDate("close_date"));
        return new Line(cells.id("id"), HistoryQuality.valueOf(cells.text("history_quality")), stand);
    }
}
