package io.binnacle.platform.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operation.State;
import io.binnacle.platform.api.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code operations.operation}, as far as one node may change it. */
final class OperationStore {

    private static final String SELECT = "select id, kind, state, percent, message, started_by, started_at, ended_at,"
            + " result, problem from operations.operation ";

    private final Database database;
    private final Node node;

    OperationStore(Database database, Node node) {
        this.database = database;
        this.node = node;
    }

    Optional<Operation> find(UUID id) {
        return database.read(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> operation(row))
                .findOne());
    }

    List<Operation> newest(Optional<String> kind, Optional<UUID> before, int limit) {
        return database.read(handle -> handle.createQuery(SELECT
                        + "where (cast(:before as uuid) is null or id < :before)"
                        + " and (cast(:kind as text) is null or kind = :kind) order by id desc limit :limit")
                .bind("kind", kind.orElse(null))
                .bind("before", before.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> operation(row))
                .list());
    }

    /** Keeps a new operation, and runs {@code then} once that is certain. */
    void insert(Operation operation, Runnable then) {
        database.useTransaction(handle -> {
            handle.createUpdate("insert into operations.operation"
                            + " (id, node, kind, state, percent, message, started_by, started_at)"
                            + " values (:id, :node, :kind, :state, :percent, :message, :startedBy, :startedAt)")
                    .bind("id", operation.id())
                    .bind("node", node.id())
                    .bind("kind", operation.kind())
                    .bind("state", operation.state().name())
                    .bind("percent", operation.percent())
                    .bind("message", operation.message())
                    .bind("startedBy", operation.startedBy())
                    .bind("startedAt", operation.startedAt())
                    .execute();
            database.afterCommit(then);
        });
    }

    /** Writes how far an operation is; one that has ended stays as it is. */
    void update(Operation operation) {
        database.useTransaction(handle -> handle.createUpdate("update operations.operation set state = :state,"
                        + " percent = :percent, message = :message, ended_at = :endedAt,"
                        + " result = cast(:result as json), problem = cast(:problem as json)"
                        + " where id = :id and state = 'RUNNING'")
                .bind("id", operation.id())
                .bind("state", operation.state().name())
                .bind("percent", operation.percent())
                .bind("message", operation.message().replace('\0', '\uFFFD'))
                .bind("endedAt", operation.endedAt().orElse(null))
                .bind("result", operation.result().map(Json::write).orElse(null))
                .bind("problem", operation.problem().map(Json::write).orElse(null))
                .execute());
    }

    /** Ends what a dead process of this node left running. */
    void interruptLeftovers(String message, Instant now) {
        database.useTransaction(handle -> handle.createUpdate("update operations.operation"
                        + " set state = 'INTERRUPTED', message = :message, ended_at = :now"
                        + " where node = :node and state = 'RUNNING'")
                .bind("message", message)
                .bind("now", now)
                .bind("node", node.id())
                .execute());
    }

    void deleteEndedBefore(Instant instant) {
        database.useTransaction(
                handle -> handle.createUpdate("delete from operations.operation where ended_at < :instant")
                        .bind("instant", instant)
                        .execute());
    }

    private static Operation operation(ResultSet row) throws SQLException {
        return new Operation(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                State.valueOf(row.getString("state")),
                row.getInt("percent"),
                row.getString("message"),
                row.getString("started_by"),
                instant(row, "started_at").orElseThrow(),
                instant(row, "ended_at"),
                json(row, "result"),
                json(row, "problem"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<JsonNode> json(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(text -> Json.read(text, JsonNode.class));
    }
}
