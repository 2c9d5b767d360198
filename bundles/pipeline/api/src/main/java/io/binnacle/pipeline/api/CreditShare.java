package io.binnacle.pipeline.api;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/**
 * The part of a deal's credit that one has.
 *
 * @param node in the sales hierarchy
 * @param percent above 0, at most 100 and of at most four decimals
 */
public record CreditShare(UUID node, BigDecimal percent) {

    public CreditShare {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(percent, "percent");
    }
}
