package io.binnacle.pipeline.api.stages;

import static io.binnacle.pipeline.api.OpportunityStatus.CANCELLED;
import static io.binnacle.pipeline.api.OpportunityStatus.LOST;
import static io.binnacle.pipeline.api.OpportunityStatus.ON_HOLD;
import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static io.binnacle.pipeline.api.OpportunityStatus.WON;

import io.binnacle.pipeline.api.OpportunityStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A change of an opportunity's status. */
public enum Turn {
    WIN(Set.of(OPEN), WON),
    LOSE(Set.of(OPEN), LOST),
    CANCEL(Set.of(OPEN), CANCELLED),
    HOLD(Set.of(OPEN), ON_HOLD),
    RESUME(Set.of(ON_HOLD), OPEN),
    /** Of a lost or cancelled deal; or, as a correction that needs a second person, of a won one. */
    REOPEN(Set.of(WON, LOST, CANCELLED), OPEN);

    private final Set<OpportunityStatus> from;
    private final OpportunityStatus to;

    Turn(Set<OpportunityStatus> from, OpportunityStatus to) {
        this.from = from;
        this.to = to;
    }

    /** What a deal is afterwards. */
    public OpportunityStatus to() {
        return to;
    }

    /** The turns that a deal of this status can take. */
    public static List<Turn> of(OpportunityStatus status) {
        return Arrays.stream(values())
                .filter(turn -> turn.from.contains(status))
                .toList();
    }
}
