package io.binnacle.pipeline.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody did, or is to do, about a deal: a call, a mail, a meeting.
 *
 * @param opportunity the deal
 * @param node who it is in the sales hierarchy
 * @param day on which it was done or is due
 * @param kind in the words of the source, such as {@code Call}
 * @param done whether it has happened; only that counts as activity
 */
public record Touch(
        UUID id,
        UUID opportunity,
        Optional<UUID> node,
        LocalDate day,
        String kind,
        String subject,
        boolean done,
        List<ExternalRef> externalRefs,
        long version) {

    public Touch {
        externalRefs = List.copyOf(externalRefs);
    }
}
