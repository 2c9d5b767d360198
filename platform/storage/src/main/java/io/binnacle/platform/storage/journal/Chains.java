package io.binnacle.platform.storage.journal;

import java.util.HexFormat;
import java.util.Optional;

/** Follows the chains of one type's entities, which come one after the other, each from its first event. */
public final class Chains {

    private final EventHash hashes = new EventHash();
    private Optional<StoredEvent> last = Optional.empty();
    private long entities;

    /** How many entities have come. */
    public long entities() {
        return entities;
    }

    /**
     * The hash that comes before {@code event}.
     *
     * @throws IllegalArgumentException when the event does not fit, with the reason
     */
    public String follow(StoredEvent event) {
        Optional<StoredEvent> before = last.filter(previous -> previous.entity().equals(event.entity()));
        if (before.isEmpty()) {
            entities++;
            requireNext(event);
        }
        require(
                event.seq() == before.map(StoredEvent::seq).orElse(0L) + 1,
                "event %d of %s stands where event %d belongs",
                event.seq(),
                event.entity().id(),
                before.map(StoredEvent::seq).orElse(0L) + 1);
        String prevHash = before.map(StoredEvent::hash).orElse(EventHash.FIRST);
        require(
                event.hash().equals(hash(prevHash, event)),
                "event %d of %s does not fit its hash",
                event.seq(),
                event.entity().id());
        last = Optional.of(event);
        return prevHash;
    }

    private void requireNext(StoredEvent event) {
        last.ifPresent(previous -> require(
                previous.entity().id().toString().compareTo(event.entity().id().toString()) < 0,
                "the entity %s comes after %s, against the order of their ids",
                event.entity().id(),
                previous.entity().id()));
    }

    private String hash(String prevHash, StoredEvent event) {
        return HexFormat.of()
                .formatHex(hashes.of(
                        prevHash,
                        event.entity().type(),
                        event.entity().id(),
                        event.seq(),
                        event.validTime(),
                        event.recordedTime(),
                        event.actor(),
                        event.cause(),
                        event.patch()));
    }

    private static void require(boolean fits, String sentence, Object... arguments) {
        if (!fits) {
            throw new IllegalArgumentException(sentence.formatted(arguments));
        }
    }
}
