package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a deal sells.
 *
 * @param opportunity the deal
 * @param product what is sold; empty when it is only described
 * @param quantity how much of it
 * @param unitPrice of one, before the discount
 * @param total what the line adds to the deal
 * @param discount in percent, as far as it is told
 * @param serviceDate when it is delivered or begins
 * @param removed whether it has been taken off the deal
 */
public record OpportunityLine(
        UUID id,
        UUID opportunity,
        Optional<UUID> product,
        Optional<String> description,
        BigDecimal quantity,
        Optional<Money> unitPrice,
        Money total,
        Optional<BigDecimal> discount,
        Optional<LocalDate> serviceDate,
        boolean removed,
        List<ExternalRef> externalRefs,
        long version) {

    public OpportunityLine {
        externalRefs = List.copyOf(externalRefs);
    }
}
