package io.binnacle.platform.api.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of work that goes on behind a request.
 *
 * @param kind what it does, such as {@code pipeline.import}
 * @param percent from 0 to 100
 * @param message what is being done, or how it ended, for a person
 * @param result what it brought, once it has succeeded
 * @param problem an RFC 9457 problem document, once it has failed
 */
public record Operation(
        UUID id,
        String kind,
        State state,
        int percent,
        String message,
        String startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<JsonNode> result,
        Optional<JsonNode> problem) {

    /** How far it is. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        /** The platform stopped before the work ended, or somebody cancelled it; its transaction was rolled back. */
        INTERRUPTED
    }
}
