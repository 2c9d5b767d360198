package io.binnacle.platform.gateway.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One event as it goes over the wire, written once for all clients. */
record Frame(Position position, String type, byte[] bytes) {

    private record Data(
            EntityRef entity,
            long seq,
            Instant validTime,
            Instant recordedTime,
            String actor,
            String cause,
            ObjectNode patch) {}

    static Frame of(Event event) {
        Data data = new Data(
                event.entity(),
                event.seq(),
                event.validTime(),
                event.recordedTime(),
                event.actor(),
                event.cause(),
                event.patch());
        String type = event.entity().type();
        String text = "id: " + event.position() + "\nevent: " + type + "\ndata: " + Json.write(data) + "\n\n";
        return new Frame(event.position(), type, text.getBytes(StandardCharsets.UTF_8));
    }
}
