package io.binnacle.platform.security;

import io.binnacle.platform.api.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code security.token}. */
final class TokenStore {

    private static final String SELECT = "select id, version, name, role, created_at, created_by, expires_at,"
            + " revoked_at, last_used_at from security.token ";
    private static final String ACTIVE = "revoked_at is null and (expires_at is null or expires_at > :now)";

    /** Makes other changes of tokens wait until this transaction ends. */
    void lock(Handle handle) {
        handle.createQuery("select id from security.token_guard where id = 1 for update")
                .mapTo(Integer.class)
                .one();
    }

    Optional<Token> find(Handle handle, UUID id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> token(row))
                .findOne();
    }

    Optional<Token> find(Handle handle, Fingerprint fingerprint) {
        return handle.createQuery(SELECT + "where hash = :hash")
                .bind("hash", fingerprint.bytes())
                .map((row, context) -> token(row))
                .findOne();
    }

    List<Token> newest(Handle handle, Optional<UUID> before, int limit) {
        return handle.createQuery(
                        SELECT + "where cast(:before as uuid) is null or id < :before order by id desc limit :limit")
                .bind("before", before.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> token(row))
                .list();
    }

    boolean isNameTaken(Handle handle, String name, Instant now) {
        return handle.createQuery("select exists (select 1 from security.token where lower(name) = lower(:name) and "
                        + ACTIVE + ")")
                .bind("name", name)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }

    int countAdmins(Handle handle, Instant now) {
        return handle.createQuery("select count(*) from security.token where role = 'ADMIN' and " + ACTIVE)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    void insert(Handle handle, Token token, Fingerprint fingerprint) {
        handle.createUpdate("insert into security.token"
                        + " (id, version, hash, name, role, created_at, created_by, expires_at)"
                        + " values (:id, :version, :hash, :name, :role, :createdAt, :createdBy, :expiresAt)")
                .bind("id", token.id())
                .bind("version", token.version())
                .bind("hash", fingerprint.bytes())
                .bind("name", token.name())
                .bind("role", token.role().name())
                .bind("createdAt", token.createdAt())
                .bind("createdBy", token.createdBy())
                .bind("expiresAt", token.expiresAt().orElse(null))
                .execute();
    }

    void revoke(Handle handle, UUID id, long version, Instant now) {
        handle.createUpdate("update security.token set revoked_at = :now, version = :version where id = :id")
                .bind("id", id)
                .bind("version", version)
                .bind("now", now)
                .execute();
    }

    void noteUse(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update security.token set last_used_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                instant(row, "created_at").orElseThrow(),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
