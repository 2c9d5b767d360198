package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that is sold. */
public record Product(
        UUID id,
        String name,
        Optional<String> family,
        Optional<Money> listPrice,
        List<ExternalRef> externalRefs,
        long version) {

    public Product {
        externalRefs = List.copyOf(externalRefs);
    }
}
