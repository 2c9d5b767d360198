package io.binnacle.platform.simulator;

import java.util.Optional;

/**
 * A place in the sales hierarchy.
 *
 * @param parent the seat it reports to; empty for a region
 */
public record Seat(String id, String name, Level level, Optional<String> parent) {

    /** The levels, from the top. */
    public enum Level {
        REGION,
        MANAGER,
        SELLER
    }
}
