package io.binnacle.platform.simulator;

import java.util.List;

/**
 * A deal from the day it began.
 *
 * @param states its changes, in order; each holds until the next
 */
public record Deal(String id, List<DealState> states) {

    public Deal {
        states = List.copyOf(states);
    }

    /** How it stands at the end. */
    public DealState latest() {
        return states.get(states.size() - 1);
    }
}
