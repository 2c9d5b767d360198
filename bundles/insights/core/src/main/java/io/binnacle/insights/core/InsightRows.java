package io.binnacle.insights.core;

import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Insight;
import io.binnacle.insights.api.Severity;
import io.binnacle.platform.api.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of insights. */
final class InsightRows {

    private static final String INSIGHTS = """
            select id, fingerprint, rule, subject, severity, title, evidence, first_seen, last_seen, resolved_at, version
            from insights.insight
            """;

    List<Insight> open(Handle handle, String rule) {
        return handle.createQuery(INSIGHTS + " where rule = :rule and resolved_at is null order by id")
                .bind("rule", rule)
                .map((row, ctx) -> insight(row))
                .list();
    }

    List<Insight> resolved(Handle handle, List<String> fingerprints) {
        return handle.createQuery(INSIGHTS + """
                        where fingerprint = any(string_to_array(:fingerprints, ',')) and resolved_at is not null
                        """)
                .bind("fingerprints", String.join(",", fingerprints))
                .map((row, ctx) -> insight(row))
                .list();
    }

    List<Insight> page(Handle handle, Optional<String> rule, Optional<Place> after, int limit) {
        return handle.createQuery(INSIGHTS + """
                        where resolved_at is null
                          and (cast(:rule as text) is null or rule = :rule)
                          and (cast(:id as uuid) is null
                               or rank < :rank
                               or rank = :rank and first_seen < :firstSeen
                               or rank = :rank and first_seen = :firstSeen and id > :id)
                        order by rank desc, first_seen desc, id
                        limit :limit
                        """)
                .bind("rule", rule.orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("rank", after.map(Place::rank).orElse(0))
                .bind("firstSeen", after.map(Place::firstSeen).orElse(Instant.EPOCH))
                .bind("limit", limit)
                .map((row, ctx) -> insight(row))
                .list();
    }

    List<String> rulesWithOpen(Handle handle) {
        return handle.createQuery("select distinct rule from insights.insight where resolved_at is null order by rule")
                .mapTo(String.class)
                .list();
    }

    int countOpen(Handle handle) {
        return handle.createQuery("select count(*) from insights.insight where resolved_at is null")
                .mapTo(Integer.class)
                .one();
    }

    void seen(Handle handle, String rule, Instant now) {
        handle.createUpdate("update insights.insight set last_seen = :now where rule = :rule and resolved_at is null")
                .bind("now", now)
                .bind("rule", rule)
                .execute();
    }

    /** Writes each insight with the version that stands at its place in {@code versions}. */
    void write(Handle handle, List<Insight> insights, List<Long> versions) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into insights.insight as known
                    (id, fingerprint, rule, subject, severity, title, evidence,
                     first_seen, last_seen, resolved_at, version)
                values (:id, :fingerprint, :rule, :subject, :severity, :title, :evidence,
                        :firstSeen, :lastSeen, cast(:resolvedAt as timestamptz), :version)
                on conflict (id) do update
                set severity = excluded.severity, title = excluded.title, evidence = excluded.evidence,
                    first_seen = excluded.first_seen, last_seen = excluded.last_seen,
                    resolved_at = excluded.resolved_at, version = excluded.version
                """);
        for (int i = 0; i < insights.size(); i++) {
            add(batch, insights.get(i), versions.get(i));
        }
        batch.execute();
    }

    private static void add(PreparedBatch batch, Insight insight, long version) {
        batch.bind("id", insight.id())
                .bind("fingerprint", insight.fingerprint())
                .bind("rule", insight.rule())
                .bind("subject", insight.subject())
                .bind("severity", insight.severity().name())
                .bind("title", insight.title())
                .bind("evidence", Json.write(insight.evidence()))
                .bind("firstSeen", insight.firstSeen())
                .bind("lastSeen", insight.lastSeen())
                .bind("resolvedAt", insight.resolvedAt().orElse(null))
                .bind("version", version)
                .add();
    }

    private static Insight insight(ResultSet row) throws SQLException {
        return new Insight(
                row.getObject("id", UUID.class),
                row.getString("fingerprint"),
                row.getString("rule"),
                row.getString("subject"),
                Severity.valueOf(row.getString("severity")),
                row.getString("title"),
                List.of(Json.read(row.getString("evidence"), Evidence[].class)),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("resolved_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("version"));
    }
}
