package io.binnacle.pipeline.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of an opportunity that a caller asks for.
 *
 * @param version the one that the caller has seen
 * @param patch the fields to change, as a JSON Merge Patch
 * @param validSince since when the change holds; empty for now
 * @param evidence what shows that exit criteria are met, by their names
 * @param correction whether a won deal may be opened again
 */
public record Wish(
        UUID id,
        long version,
        ObjectNode patch,
        Optional<LocalDate> validSince,
        Principal by,
        String reason,
        Map<String, String> evidence,
        boolean correction) {

    /** One that does not open a won deal again. */
    public Wish(
            UUID id,
            long version,
            ObjectNode patch,
            Optional<LocalDate> validSince,
            Principal by,
            String reason,
            Map<String, String> evidence) {
        this(id, version, patch, validSince, by, reason, evidence, false);
    }
}
