package io.binnacle.pipeline.api;

import java.util.List;
import java.util.UUID;

/**
 * Who has the credit for a deal, at one point in time. The three kinds are never added.
 *
 * @param id that of the opportunity
 * @param revenue sums to exactly 100; empty while the owner has it all
 * @param overlay for those who help, any sum
 * @param consumption for what the customer uses later, any sum
 * @param version the number of its latest journal event; 0 while nobody has split
 */
public record CreditSplit(
        UUID id, List<CreditShare> revenue, List<CreditShare> overlay, List<CreditShare> consumption, long version) {

    public CreditSplit {
        revenue = List.copyOf(revenue);
        overlay = List.copyOf(overlay);
        consumption = List.copyOf(consumption);
    }
}
