package io.binnacle.platform.simulator;

import java.util.Optional;

/**
 * A strategic account or one of its subsidiaries.
 *
 * @param region the name of the sales region that serves it
 * @param group the account it belongs to; empty for the strategic account itself
 */
public record Customer(String id, String name, String industry, String region, Optional<String> group) {

    /** The id of the strategic account. */
    String groupId() {
        return group.orElse(id);
    }
}
