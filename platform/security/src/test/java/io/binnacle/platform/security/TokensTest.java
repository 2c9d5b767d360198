package io.binnacle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokensTest {

    private static final Principal ADMIN = new Principal("admin", Role.ADMIN);

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("security");

    private final Tokens tokens = new Tokens(db.database(), db.journal(), db.clock());

    @BeforeEach
    void no_tokens() {
        db.database().useTransaction(handle -> handle.execute("delete from security.token"));
    }

    @Test
    void a_new_token_signs_its_owner_in() {
        IssuedToken issued = create("ada", Role.SELLER);

        assertThat(active(issued)).hasValueSatisfying(token -> {
            assertThat(token.id()).isEqualTo(issued.id());
            assertThat(token.name()).isEqualTo("ada");
            assertThat(token.role()).isEqualTo(Role.SELLER);
            assertThat(token.createdBy()).isEqualTo("admin");
        });
        assertThat(tokens.active(Secret.random())).isEmpty();
    }

    @Test
    void the_database_knows_neither_the_secret_nor_can_show_it() {
        IssuedToken issued = create("ada", Role.SELLER);

        String row = db.database()
                .read(handle -> handle.createQuery("select row_to_json(t)::text from security.token t")
                        .mapTo(String.class)
                        .one());

        assertThat(row).contains("ada").doesNotContain(issued.token().substring(4));
    }

    @Test
    void a_revoked_token_ends_at_once() {
        IssuedToken issued = create("ada", Role.SELLER);
        assertThat(active(issued)).isPresent();

        tokens.revoke(issued.id(), ADMIN);

        assertThat(active(issued)).isEmpty();
    }

    @Test
    void a_revocation_on_another_node_counts_within_seconds() {
        IssuedToken issued = create("ada", Role.SELLER);
        assertThat(active(issued)).isPresent();

        new Tokens(db.database(), db.journal(), db.clock()).revoke(issued.id(), ADMIN);
        db.clock().advance(TokenCache.TRUSTED);

        assertThat(active(issued)).isEmpty();
    }

    @Test
    void a_token_ends_when_it_expires() {
        IssuedToken issued = tokens.create(new NewToken("ada", Role.SELLER, Optional.of(2)), ADMIN);

        db.clock().advance(Duration.ofDays(2).minusMillis(1));
        assertThat(active(issued)).isPresent();
        db.clock().advance(Duration.ofMillis(1));
        assertThat(active(issued)).isEmpty();
    }

    @Test
    void a_name_is_unique_among_active_tokens_in_any_case_of_letters() {
        IssuedToken first = create("Ada", Role.SELLER);

        assertRefused(PlatformError.CONFLICT, () -> create("ada", Role.VIEWER));

        tokens.revoke(first.id(), ADMIN);
        assertThat(active(create("ada", Role.VIEWER))).isPresent();
    }

    @Test
    void the_name_of_an_expired_token_is_free() {
        tokens.create(new NewToken("ada", Role.SELLER, Optional.of(1)), ADMIN);
        db.clock().advance(Duration.ofDays(1));

        assertThat(active(create("ada", Role.SELLER))).isPresent();
    }

    @Test
    void the_last_active_token_of_an_administrator_stays() {
        IssuedToken last = create("root", Role.ADMIN);
        tokens.create(new NewToken("short", Role.ADMIN, Optional.of(1)), ADMIN);
        db.clock().advance(Duration.ofDays(1));

        assertRefused(PlatformError.CONFLICT, () -> tokens.revoke(last.id(), ADMIN));
        assertThat(active(last)).isPresent();

        create("second", Role.ADMIN);
        tokens.revoke(last.id(), ADMIN);
        assertThat(active(last)).isEmpty();
    }

    @Test
    void revoking_twice_is_the_same_as_once() {
        IssuedToken issued = create("ada", Role.SELLER);

        tokens.revoke(issued.id(), ADMIN);
        tokens.revoke(issued.id(), ADMIN);

        assertThat(events(issued.id())).hasSize(2);
    }

    @Test
    void revoking_a_token_that_is_not_there_says_so() {
        assertRefused(PlatformError.ENTITY_NOT_FOUND, () -> tokens.revoke(new UUID(1, 2), ADMIN));
    }

    @Test
    void every_change_stands_in_the_journal_without_the_secret() {
        IssuedToken issued = tokens.create(new NewToken("ada", Role.SELLER, Optional.of(30)), ADMIN);
        tokens.revoke(issued.id(), new Principal("grace", Role.ADMIN));

        List<Event> events = events(issued.id());

        assertThat(events).extracting(Event::actor).containsExactly("admin", "grace");
        assertThat(events.get(0).patch().properties())
                .extracting(field -> field.getKey() + "=" + field.getValue().asText())
                .containsExactlyInAnyOrder(
                        "name=ada",
                        "role=SELLER",
                        "expiresAt=" + issued.expiresAt().orElseThrow());
        assertThat(events.get(1).patch().has("revokedAt")).isTrue();
        assertThat(page(1, Optional.empty()).items()).extracting(Token::version).containsExactly(2L);
    }

    @Test
    void use_is_noted_at_most_once_a_minute() {
        IssuedToken issued = create("ada", Role.SELLER);
        Instant start = db.clock().instant();

        active(issued);
        db.clock().advance(Duration.ofSeconds(59));
        active(issued);
        assertThat(lastUse()).contains(start);

        db.clock().advance(Duration.ofSeconds(20));
        active(issued);
        assertThat(lastUse()).contains(start.plusSeconds(79));
    }

    @Test
    void lists_the_newest_first_page_by_page() {
        create("one", Role.VIEWER);
        create("two", Role.VIEWER);
        create("three", Role.VIEWER);

        Page<Token> first = page(2, Optional.empty());
        Page<Token> second = page(2, first.next().map(UUID::fromString));

        assertThat(first.items()).extracting(Token::name).containsExactly("three", "two");
        assertThat(second.items()).extracting(Token::name).containsExactly("one");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void a_first_administrator_is_made_only_when_there_is_none() {
        Optional<Secret> first = tokens.createFirstAdmin(secret -> {});

        assertThat(first.flatMap(tokens::active)).hasValueSatisfying(token -> {
            assertThat(token.name()).isEqualTo("admin");
            assertThat(token.role()).isEqualTo(Role.ADMIN);
            assertThat(token.expiresAt()).isEmpty();
        });
        assertThat(tokens.createFirstAdmin(secret -> {})).isEmpty();
    }

    @Test
    void without_a_place_to_keep_it_no_administrator_is_made() {
        assertThatThrownBy(() -> tokens.createFirstAdmin(secret -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(page(10, Optional.empty()).items()).isEmpty();
    }

    private IssuedToken create(String name, Role role) {
        return tokens.create(new NewToken(name, role, Optional.empty()), ADMIN);
    }

    private Optional<Token> active(IssuedToken issued) {
        return Secret.parse(issued.token()).flatMap(tokens::active);
    }

    private Optional<Instant> lastUse() {
        return page(1, Optional.empty()).items().get(0).lastUsedAt();
    }

    private Page<Token> page(int limit, Optional<UUID> before) {
        return tokens.newest(before, limit);
    }

    private static List<Event> events(UUID token) {
        return db.journal().history(new EntityRef("token", token));
    }

    private static void assertRefused(ErrorCode code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(PlatformException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }
}
