package io.binnacle.platform.api.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A change as it stands in the journal, for ever.
 *
 * @param position where it stands among all events that can be seen; orders the stream of changes
 * @param seq its number within the entity, from 1, without gaps; also the entity's version
 * @param recordedTime when it was recorded
 * @param prevHash the {@code hash} of the entity's event before, or 64 zeros for the first
 * @param hash SHA-256 in hexadecimal over this event and {@code prevHash}
 */
public record Event(
        Position position,
        EntityRef entity,
        long seq,
        Instant validTime,
        Instant recordedTime,
        String actor,
        String cause,
        ObjectNode patch,
        String prevHash,
        String hash) {}
