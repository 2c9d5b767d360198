package io.binnacle.platform.security;

import static io.binnacle.platform.api.error.PlatformError.CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes, finds and revokes API tokens. */
@Component(service = Tokens.class)
public final class Tokens {

    static final String TYPE = "token";

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final TokenStore store = new TokenStore();
    private final TokenCache cache = new TokenCache();

    @Activate
    public Tokens(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=security)") SchemaReady tables) {
        this(database, journal, clock);
    }

    Tokens(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** The token behind a secret; empty when it is unknown, expired or revoked. */
    Optional<Token> active(Secret secret) {
        Instant now = clock.instant();
        Fingerprint fingerprint = secret.fingerprint();
        return cache.find(fingerprint, now, () -> load(fingerprint, now)).filter(token -> token.isActive(now));
    }

    Page<Token> newest(Optional<UUID> before, int limit) {
        List<Token> found = database.read(handle -> store.newest(handle, before, limit + 1));
        List<Token> items = found.subList(0, Math.min(limit, found.size()));
        boolean more = found.size() > limit;
        return new Page<>(items, more ? Optional.of(items.get(limit - 1).id().toString()) : Optional.empty());
    }

    IssuedToken create(NewToken request, Principal by) {
        request.requireValid();
        Secret secret = Secret.random();
        Token token = token(request, by);
        inTurn(handle -> {
            if (store.isNameTaken(handle, token.name(), token.createdAt())) {
                throw CONFLICT.because(
                                "an active token is named '%s' already; revoke that one or choose another name",
                                token.name())
                        .at("/name");
            }
            insert(handle, token, secret, "token created");
        });
        return new IssuedToken(token.id(), token.name(), token.role(), token.expiresAt(), secret.text());
    }

    /**
     * Makes an administrator's token when there is no active one.
     *
     * @param keep puts the secret where its owner finds it; when that fails there is no token either
     */
    Optional<Secret> createFirstAdmin(Consumer<Secret> keep) {
        Secret secret = Secret.random();
        Token token = token(new NewToken("admin", Role.ADMIN, Optional.empty()), Principal.system("security"));
        return database.inTransaction(handle -> {
            store.lock(handle);
            if (store.countAdmins(handle, token.createdAt()) > 0) {
                return Optional.empty();
            }
            insert(handle, token, secret, "first start");
            keep.accept(secret);
            return Optional.of(secret);
        });
    }

    void revoke(UUID id, Principal by) {
        Instant now = now();
        inTurn(handle -> {
            Token token = store.find(handle, id)
                    .orElseThrow(() -> ENTITY_NOT_FOUND.because(
                            "there is no token %s; GET /api/v1/tokens lists those there are", id));
            if (token.revokedAt().isEmpty()) {
                requireAnotherAdmin(handle, token, now);
                store.revoke(handle, id, record(token, by.name(), "token revoked", now, revoked(now)), now);
                database.afterCommit(cache::clear);
            }
        });
    }

    private void requireAnotherAdmin(Handle handle, Token token, Instant now) {
        if (token.role() == Role.ADMIN && token.isActive(now) && store.countAdmins(handle, now) == 1) {
            throw CONFLICT.because(
                    "'%s' is the last active token of an administrator; create another one first", token.name());
        }
    }

    private Optional<Token> load(Fingerprint fingerprint, Instant now) {
        Optional<Token> found = database.read(handle -> store.find(handle, fingerprint));
        found.filter(token -> token.isActive(now) && !token.isUseNoted(now))
                .ifPresent(token -> database.useTransaction(handle -> store.noteUse(handle, token.id(), now)));
        return found;
    }

    private void inTurn(Consumer<Handle> work) {
        database.useTransaction(handle -> {
            store.lock(handle);
            work.accept(handle);
        });
    }

    private void insert(Handle handle, Token token, Secret secret, String cause) {
        ObjectNode patch =
                Json.object().put("name", token.name()).put("role", token.role().name());
        token.expiresAt().ifPresent(expiry -> patch.put("expiresAt", expiry.toString()));
        long version = record(token, token.createdBy(), cause, token.createdAt(), patch);
        store.insert(handle, token.version(version), secret.fingerprint());
    }

    private long record(Token token, String actor, String cause, Instant now, ObjectNode patch) {
        Change change = new Change(new EntityRef(TYPE, token.id()), now, actor, cause, patch);
        return journal.append(List.of(change)).get(0).seq();
    }

    private Token token(NewToken request, Principal by) {
        Instant now = now();
        Optional<Instant> expiresAt = request.expiresInDays().map(days -> now.plus(Duration.ofDays(days)));
        return new Token(
                UuidCreator.getTimeOrderedEpoch(),
                0,
                request.name(),
                request.role(),
                now,
                by.name(),
                expiresAt,
                Optional.empty(),
                Optional.empty());
    }

    private static ObjectNode revoked(Instant now) {
        return Json.object().put("revokedAt", now.toString());
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
