package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.Verification;
import io.binnacle.platform.api.operation.Progress;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Walks through every chain once, beside the heads, and recomputes every hash. */
final class Verifier {

    private static final int MOST_FAULTS = 100;
    private static final int ROWS_AT_A_TIME = 2_000;

    /** The digest must not depend on the order in which a database sorts text. */
    private static final String EVENTS_AND_HEADS = "select coalesce(event.entity_type, head.entity_type) as type,"
            + " coalesce(event.entity_id, head.entity_id) as id, event.seq, valid_time, recorded_time, actor, cause,"
            + " cast(patch as text) as patch, prev_hash, event.hash,"
            + " head.seq as head_seq, head.hash as head_hash"
            + " from journal.event full join journal.head"
            + " on head.entity_type = event.entity_type and head.entity_id = event.entity_id"
            + " order by coalesce(event.entity_type, head.entity_type) collate \"C\","
            + " coalesce(event.entity_id, head.entity_id), event.seq";

    private record Row(
            String type, UUID id, long seq, byte[] expected, byte[] prev, byte[] hash, long headSeq, byte[] headHash) {

        boolean sameEntity(Row other) {
            return other != null && id.equals(other.id) && type.equals(other.type);
        }
    }

    private final EventHash hashes = new EventHash();
    private final MessageDigest digest = EventHash.sha256();
    private final List<String> faults = new ArrayList<>();
    private final Progress progress;
    private long entities;
    private long events;
    private Row last;

    Verifier(Progress progress) {
        this.progress = progress;
    }

    Verification verify(Handle handle) {
        long total = Math.max(
                1,
                handle.createQuery("select count(*) from journal.event")
                        .mapTo(Long.class)
                        .one());
        try (ResultIterator<Row> rows = handle.createQuery(EVENTS_AND_HEADS)
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> row(row))
                .iterator()) {
            while (rows.hasNext()) {
                check(rows.next());
                if (events % ROWS_AT_A_TIME == 0) {
                    progress.report(
                            (int) Math.min(100, 100 * events / total), events + " of " + total + " events checked");
                }
            }
        }
        endEntity();
        progress.report(100, events + " events of " + entities + " entities checked");
        return new Verification(entities, events, faults, HexFormat.of().formatHex(digest.digest()));
    }

    private void check(Row row) {
        boolean follows = row.sameEntity(last);
        if (!follows) {
            endEntity();
            entities++;
        }
        if (row.hash() != null) {
            events++;
            checkEvent(row, follows ? last : null);
        }
        last = row;
    }

    private void checkEvent(Row row, Row before) {
        long expectedSeq = before == null ? 1 : before.seq() + 1;
        if (row.seq() != expectedSeq) {
            fault(row, "event %d is missing, %d follows", expectedSeq, row.seq());
        } else if (!Arrays.equals(row.prev(), before == null ? new byte[32] : before.hash())) {
            fault(row, "event %d does not continue the hash of the event before", row.seq());
        }
        if (!Arrays.equals(row.expected(), row.hash())) {
            fault(row, "event %d does not fit its hash", row.seq());
        }
    }

    private void endEntity() {
        if (last == null) {
            return;
        }
        if (last.hash() == null) {
            fault(last, "the head says %d events, there are none", last.headSeq());
        } else if (last.headHash() == null) {
            fault(last, "the head is missing");
        } else if (last.headSeq() != last.seq() || !Arrays.equals(last.headHash(), last.hash())) {
            fault(
                    last,
                    "the head stands at event %d, the last event is %d or has another hash",
                    last.headSeq(),
                    last.seq());
        }
        if (last.hash() != null) {
            digest.update(last.hash());
        }
    }

    private void fault(Row row, String sentence, Object... arguments) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(row.type() + " " + row.id() + ": " + sentence.formatted(arguments));
        }
    }

    private Row row(ResultSet row) throws SQLException {
        String type = row.getString("type");
        UUID id = row.getObject("id", UUID.class);
        byte[] hash = row.getBytes("hash");
        byte[] prev = row.getBytes("prev_hash");
        long seq = row.getLong("seq");
        byte[] expected = hash == null
                ? null
                : hashes.of(
                        HexFormat.of().formatHex(prev),
                        type,
                        id,
                        seq,
                        Times.column(row, "valid_time"),
                        Times.column(row, "recorded_time"),
                        row.getString("actor"),
                        row.getString("cause"),
                        row.getString("patch"));
        return new Row(type, id, seq, expected, prev, hash, row.getLong("head_seq"), row.getBytes("head_hash"));
    }
}
