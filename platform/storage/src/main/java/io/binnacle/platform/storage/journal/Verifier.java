package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.Verification;
import io.binnacle.platform.api.operation.Progress;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Walks through every chain once, beside the heads, and recomputes every hash. */
final class Verifier {

    private static final int MOST_FAULTS = 100;
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final byte[] NO_HASH = new byte[32];

    /** In the order of both tables' keys, whose text sorts alike in every database. */
    private static final String LINKS = "select event.entity_type as type, event.entity_id as id, event.seq,"
            + " valid_time, recorded_time, actor, cause, cast(patch as text) as patch, prev_hash, event.hash,"
            + " head.seq as head_seq, head.hash as head_hash"
            + " from journal.event left join journal.head on head.entity_type = event.entity_type"
            + " and head.entity_id = event.entity_id"
            + " order by event.entity_type, event.entity_id, event.seq";

    private static final String HEADS_ALONE = "select entity_type, entity_id, seq from journal.head"
            + " where not exists (select from journal.event where event.entity_type = head.entity_type"
            + " and event.entity_id = head.entity_id) order by entity_type, entity_id limit " + MOST_FAULTS;

    private final EventHash hashes = new EventHash();
    private final MessageDigest digest = EventHash.sha256();
    private final List<String> faults = new ArrayList<>();
    private final Progress progress;
    private long entities;
    private long events;

    Verifier(Progress progress) {
        this.progress = progress;
    }

    Verification verify(Handle handle) {
        long total = handle.createQuery("select count(*) from journal.event")
                .mapTo(Long.class)
                .one();
        checkChains(handle, total);
        handle.createQuery(HEADS_ALONE)
                .map((row, context) -> fault(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        "the head says %d events, there are none",
                        row.getLong(3)))
                .list();
        progress.report(100, events + " events of " + entities + " entities checked");
        return new Verification(entities, events, faults, HexFormat.of().formatHex(digest.digest()));
    }

    private void checkChains(Handle handle, long total) {
        try (ResultIterator<Link> links = handle.createQuery(LINKS)
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> Link.of(row, hashes))
                .iterator()) {
            Optional<Link> last = Optional.empty();
            while (links.hasNext()) {
                Link link = links.next();
                last = Optional.of(check(last, link));
                if (++events % ROWS_AT_A_TIME == 0) {
                    progress.report((int) (99 * events / total), events + " of " + total + " events checked");
                }
            }
            last.ifPresent(this::endChain);
        }
    }

    private Link check(Optional<Link> last, Link link) {
        Optional<Link> before = last.filter(link::sameEntity);
        if (before.isEmpty()) {
            last.ifPresent(this::endChain);
            entities++;
        }
        long expected = before.map(Link::seq).orElse(0L) + 1;
        if (link.seq() != expected) {
            fault(link, "event %d is missing, %d follows", expected, link.seq());
        } else if (!link.continues(before.map(Link::hash).orElse(NO_HASH))) {
            fault(link, "event %d does not continue the hash of the event before", link.seq());
        }
        if (!link.fitsItsHash()) {
            fault(link, "event %d does not fit its hash", link.seq());
        }
        return link;
    }

    private void endChain(Link last) {
        digest.update(last.hash());
        if (last.headHash().isEmpty()) {
            fault(last, "the head is missing");
        } else if (!last.isHead()) {
            fault(
                    last,
                    "the head stands at event %d, the last event is %d or has another hash",
                    last.headSeq(),
                    last.seq());
        }
    }

    private void fault(Link link, String sentence, Object... arguments) {
        fault(link.type(), link.id(), sentence, arguments);
    }

    private boolean fault(String type, UUID id, String sentence, Object... arguments) {
        return faults.size() < MOST_FAULTS && faults.add(type + " " + id + ": " + sentence.formatted(arguments));
    }
}
