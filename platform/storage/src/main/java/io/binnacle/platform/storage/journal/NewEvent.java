package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.HexFormat;

/** An event that is about to be written. */
record NewEvent(
        EntityRef entity,
        long seq,
        Instant validTime,
        Instant recordedTime,
        String actor,
        String cause,
        String patch,
        String prevHash,
        String hash,
        boolean inOrder) {

    /** {@code change} behind {@code head}; the clock may have gone back since, the journal's times never do. */
    static NewEvent after(Head head, Change change, Instant now, EventHash hashes) {
        Instant validTime = Times.micros(change.validTime());
        Instant recordedTime = now.isBefore(head.lastRecordedTime()) ? head.lastRecordedTime() : now;
        EntityRef entity = head.entity();
        long seq = head.seq() + 1;
        String patch = Json.write(change.patch());
        byte[] hash = hashes.of(
                head.hash(),
                entity.type(),
                entity.id(),
                seq,
                validTime,
                recordedTime,
                change.actor(),
                change.cause(),
                patch);
        return new NewEvent(
                entity,
                seq,
                validTime,
                recordedTime,
                change.actor(),
                change.cause(),
                patch,
                head.hash(),
                HexFormat.of().formatHex(hash),
                !validTime.isBefore(head.lastValidTime()));
    }
}
