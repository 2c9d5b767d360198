package io.binnacle.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tokens that were used a moment ago. Only real ones get in, so guesses cannot fill it.
 *
 * <p>An entry is read again after some seconds, so that a revocation on another node counts here too.
 */
final class TokenCache {

    static final Duration TRUSTED = Duration.ofSeconds(15);

    private static final int MOST = 1000;

    private volatile Map<Fingerprint, Entry> entries = new ConcurrentHashMap<>();

    Optional<Token> find(Fingerprint fingerprint, Instant now, Supplier<Optional<Token>> load) {
        // Kept in a variable: what was loaded before a clear() must not get into the map after it.
        Map<Fingerprint, Entry> current = entries;
        Entry entry = current.get(fingerprint);
        if (entry != null && now.isBefore(entry.until)) {
            return Optional.of(entry.token);
        }
        Optional<Token> loaded = load.get();
        loaded.ifPresentOrElse(
                token -> put(current, fingerprint, new Entry(token, now.plus(TRUSTED))),
                () -> current.remove(fingerprint));
        return loaded;
    }

    void clear() {
        entries = new ConcurrentHashMap<>();
    }

    private static void put(Map<Fingerprint, Entry> entries, Fingerprint fingerprint, Entry entry) {
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(fingerprint, entry);
    }

    private record Entry(Token token, Instant until) {}
}
