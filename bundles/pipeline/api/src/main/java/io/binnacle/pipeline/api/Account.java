package io.binnacle.pipeline.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer, or a part of one.
 *
 * @param parent the account it belongs to; the links make no circle
 * @param industry in the words of the source
 * @param region where it is, in the words of the source
 * @param version the number of its latest journal event
 */
public record Account(
        UUID id,
        String name,
        Optional<UUID> parent,
        Optional<String> industry,
        Optional<String> region,
        List<ExternalRef> externalRefs,
        long version) {

    public Account {
        externalRefs = List.copyOf(externalRefs);
    }
}
