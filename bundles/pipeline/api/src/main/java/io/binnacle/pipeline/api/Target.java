package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.util.UUID;

/**
 * What a node of the hierarchy has to reach in a fiscal quarter (a quota).
 *
 * @param node the node of the sales hierarchy
 * @param quarter such as {@code 2026-Q4}
 */
public record Target(UUID id, UUID node, Metric metric, String quarter, Money amount, long version) {

    /** What is measured. Different metrics are never added. */
    public enum Metric {
        BOOKED,
        CONSUMED
    }
}
