package io.binnacle.forecasting.core.runs;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The runs in their table. */
public final class RunTable {

    // The update makes the row that was there before answer, too, and may tell its month.
    private static final String SAVE = """
            insert into forecasting.run
                (id, made_at, made_by, series, model, version, bundle, digest, metric, segment,
                 first_period, input_hash, input, forecast)
            values (:id, :madeAt, :madeBy, :series, :model, :version, :bundle, :digest, :metric, :segment,
                 :firstPeriod, :hash, :input, :forecast)
            on conflict (metric, segment, series, input_hash, model, version, digest)
                do update set first_period = coalesce(run.first_period, excluded.first_period)
            returning id""";

    private final Database database;

    public RunTable(Database database) {
        this.database = database;
    }

    /** Keeps runs, and answers the ids under which they, or the same ones from before, are kept. */
    public List<UUID> save(List<ForecastRun> runs) {
        return runs.isEmpty() ? List.of() : database.inTransaction(handle -> save(handle, runs));
    }

    Optional<ForecastRun> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from forecasting.run where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /**
     * The runs of months in a scope since an instant, at most {@code limit}, the latest. The segment
     * {@link ForecastScope#ALL} stands for every segment that has no roles of its own.
     */
    public List<ForecastRun> ofScope(ForecastScope scope, Instant since, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select * from forecasting.run
                        where metric = :metric and first_period is not null and made_at >= :since
                            and (segment = :segment or :segment = :all and segment not in
                                (select segment from forecasting.role where metric = :metric))
                        order by first_period desc, made_at desc limit :limit""")
                .bind("metric", scope.metric())
                .bind("segment", scope.segment())
                .bind("all", ForecastScope.ALL)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /**
     * The runs of the same series and scope made before one, the latest first, at most {@code limit}: with known
     * months as it has them, and made by anybody but {@code except}.
     */
    List<ForecastRun> before(ForecastRun run, String except, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select * from forecasting.run
                        where metric = :metric and segment = :segment and series = :series
                            and (first_period is null) = :undated and made_by <> :except
                            and (made_at, id) < (:madeAt, :id)
                        order by made_at desc, id desc limit :limit""")
                .bind("metric", run.scope().metric())
                .bind("segment", run.scope().segment())
                .bind("series", run.series())
                .bind("undated", run.firstPeriod().isEmpty())
                .bind("except", except)
                .bind("madeAt", run.madeAt().atOffset(ZoneOffset.UTC))
                .bind("id", run.id())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static List<UUID> save(Handle handle, List<ForecastRun> runs) {
        try (PreparedBatch batch = handle.prepareBatch(SAVE)) {
            for (ForecastRun run : runs) {
                batch.bind("id", run.id())
                        .bind("madeAt", run.madeAt().atOffset(ZoneOffset.UTC))
                        .bind("madeBy", run.madeBy())
                        .bind("series", run.series())
                        .bind("model", run.model().id())
                        .bind("version", run.model().version())
                        .bind("bundle", run.model().bundle())
                        .bind("digest", run.model().digest())
                        .bind("metric", run.scope().metric())
                        .bind("segment", run.scope().segment())
                        .bind(
                                "firstPeriod",
                                run.firstPeriod().map(month -> month.atDay(1)).orElse(null))
                        .bind("hash", run.inputHash())
                        .bind("input", Json.write(run.input()))
                        .bind("forecast", Json.write(run.forecast()))
                        .add();
            }
            return batch.executePreparedBatch("id").mapTo(UUID.class).list();
        }
    }

    private static ForecastRun read(ResultSet row) throws SQLException {
        return new ForecastRun(
                row.getObject("id", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("series"),
                new ModelInfo(
                        row.getString("model"),
                        row.getString("version"),
                        row.getString("bundle"),
                        row.getString("digest")),
                new ForecastScope(row.getString("metric"), row.getString("segment")),
                Optional.ofNullable(row.getObject("first_period", LocalDate.class))
                        .map(YearMonth::from),
                row.getString("input_hash"),
                Json.read(row.getString("input"), ForecastRun.Input.class),
                Json.read(row.getString("forecast"), Forecast.class));
    }
}
