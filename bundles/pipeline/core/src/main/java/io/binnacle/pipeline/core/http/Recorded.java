package io.binnacle.pipeline.core.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.Event;
import java.time.Instant;

/** A change as the API shows it; the same fields as in the stream of events, and its hash. */
record Recorded(
        long seq, Instant validTime, Instant recordedTime, String actor, String cause, ObjectNode patch, String hash) {

    static Recorded of(Event event) {
        return new Recorded(
                event.seq(),
                event.validTime(),
                event.recordedTime(),
                event.actor(),
                event.cause(),
                event.patch(),
                event.hash());
    }
}
