package io.binnacle.pipeline.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person at a customer. What it holds is personal: it is for those who work with the customer, and not for logs.
 *
 * @param account where the person works
 * @param reportsTo the person's superior; the links make no circle
 * @param title in the words of the source
 * @param version the number of its latest journal event
 */
public record Contact(
        UUID id,
        String name,
        Optional<UUID> account,
        Optional<UUID> reportsTo,
        Optional<String> title,
        Optional<String> department,
        Optional<String> email,
        Optional<String> phone,
        List<ExternalRef> externalRefs,
        long version) {

    public Contact {
        externalRefs = List.copyOf(externalRefs);
    }
}
