package io.binnacle.planning.core;

import io.binnacle.planning.api.Plan;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanRevision;
import io.binnacle.platform.api.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables of plans and their revisions. */
final class PlanRows {

    private static final String REVISIONS =
            "select plan, number, parent_hash, content_hash, author, reason, saved_at, content from planning.plan_revision";

    private static final String PLANS = """
            select p.id, p.account, p.horizon, p.revision,
                   r.plan, r.number, r.parent_hash, r.content_hash, r.author, r.reason, r.saved_at, r.content
            from planning.plan p join planning.plan_revision r on r.plan = p.id and r.number = p.revision
            """;

    List<Plan> list(Handle handle, Optional<UUID> account) {
        return handle.createQuery(PLANS + " where cast(:account as uuid) is null or p.account = :account order by p.id")
                .bind("account", account.orElse(null))
                .map((row, ctx) -> plan(row))
                .list();
    }

    Optional<Plan> find(Handle handle, UUID id) {
        return handle.createQuery(PLANS + " where p.id = :id")
                .bind("id", id)
                .map((row, ctx) -> plan(row))
                .findOne();
    }

    Optional<UUID> find(Handle handle, UUID account, String horizon) {
        return handle.createQuery("select id from planning.plan where account = :account and horizon = :horizon")
                .bind("account", account)
                .bind("horizon", horizon)
                .map((row, ctx) -> row.getObject("id", UUID.class))
                .findOne();
    }

    /** As {@link #find}, and nobody else changes the plan until the transaction ends. */
    Optional<Plan> lock(Handle handle, UUID id) {
        // The lock comes first: a join that waits for it would still see the revision from before the wait.
        handle.createQuery("select 1 from planning.plan where id = :id for update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne();
        return find(handle, id);
    }

    List<PlanRevision> revisions(Handle handle, UUID plan) {
        return handle.createQuery(REVISIONS + " where plan = :plan order by number")
                .bind("plan", plan)
                .map((row, ctx) -> revision(row))
                .list();
    }

    Optional<PlanRevision> revision(Handle handle, UUID plan, long number) {
        return handle.createQuery(REVISIONS + " where plan = :plan and number = :number")
                .bind("plan", plan)
                .bind("number", number)
                .map((row, ctx) -> revision(row))
                .findOne();
    }

    /** Whether there was none yet for this account and horizon; waits for those who are about to begin one. */
    boolean begin(Handle handle, UUID id, UUID account, String horizon) {
        return handle.createUpdate("""
                                insert into planning.plan (id, account, horizon, revision, version)
                                values (:id, :account, :horizon, 0, 0)
                                on conflict (account, horizon) do nothing
                                """)
                        .bind("id", id)
                        .bind("account", account)
                        .bind("horizon", horizon)
                        .execute()
                == 1;
    }

    void add(Handle handle, PlanRevision revision, String content, long version) {
        handle.createUpdate("""
                        insert into planning.plan_revision
                            (plan, number, parent_hash, content_hash, author, reason, saved_at, content)
                        values (:plan, :number, :parentHash, :contentHash, :author, :reason, :savedAt, :content)
                        """)
                .bind("plan", revision.plan())
                .bind("number", revision.number())
                .bind("parentHash", revision.parentHash().orElse(null))
                .bind("contentHash", revision.contentHash())
                .bind("author", revision.author())
                .bind("reason", revision.reason())
                .bind("savedAt", revision.savedAt())
                .bind("content", content)
                .execute();
        handle.createUpdate("update planning.plan set revision = :number, version = :version where id = :plan")
                .bind("number", revision.number())
                .bind("version", version)
                .bind("plan", revision.plan())
                .execute();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("horizon"),
                row.getLong("revision"),
                revision(row));
    }

    private static PlanRevision revision(ResultSet row) throws SQLException {
        return new PlanRevision(
                row.getObject("plan", UUID.class),
                row.getLong("number"),
                Optional.ofNullable(row.getString("parent_hash")),
                row.getString("content_hash"),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                Json.read(row.getString("content"), PlanContent.class));
    }
}
