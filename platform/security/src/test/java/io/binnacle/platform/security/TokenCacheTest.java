package io.binnacle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.security.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Token TOKEN = new Token(
            new UUID(1, 2), 1, "ada", Role.SELLER, NOW, "admin", Optional.empty(), Optional.empty(), Optional.empty());

    private final TokenCache cache = new TokenCache();
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void reads_a_token_once_while_it_is_trusted_and_again_later() {
        Fingerprint fingerprint = Secret.random().fingerprint();

        find(fingerprint, NOW);
        find(fingerprint, NOW.plus(TokenCache.TRUSTED).minusMillis(1));
        assertThat(loads).hasValue(1);

        find(fingerprint, NOW.plus(TokenCache.TRUSTED));
        assertThat(loads).hasValue(2);
    }

    @Test
    void what_was_being_read_during_a_clear_is_read_again() {
        Fingerprint fingerprint = Secret.random().fingerprint();

        cache.find(fingerprint, NOW, () -> {
            cache.clear();
            return Optional.of(TOKEN);
        });
        find(fingerprint, NOW);

        assertThat(loads).hasValue(1);
    }

    @Test
    void unknown_tokens_are_not_remembered() {
        Fingerprint fingerprint = Secret.random().fingerprint();

        cache.find(fingerprint, NOW, Optional::empty);

        assertThat(find(fingerprint, NOW)).contains(TOKEN);
    }

    @Test
    void stays_small_however_many_tokens_there_are() {
        Fingerprint first = Secret.random().fingerprint();
        find(first, NOW);
        for (int i = 0; i < 1000; i++) {
            find(Secret.random().fingerprint(), NOW);
        }
        loads.set(0);

        find(first, NOW);

        assertThat(loads).as("the first one had to go").hasValue(1);
    }

    private Optional<Token> find(Fingerprint fingerprint, Instant now) {
        return cache.find(fingerprint, now, () -> {
            loads.incrementAndGet();
            return Optional.of(TOKEN);
        });
    }
}
