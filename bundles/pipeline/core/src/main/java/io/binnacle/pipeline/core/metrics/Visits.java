package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the stages that a deal went through while it was open or on hold; a closed deal is in none. */
final class Visits {

    private final List<Visit> visits = new ArrayList<>();
    private Standing entered;
    private Duration held = Duration.ZERO;

    private Visits() {}

    /** The visits of one deal in their order, as they are seen at {@code now}. */
    static List<Visit> of(Track track, Instant now) {
        Visits visits = new Visits();
        List<Standing> standings = track.standings();
        for (int i = 0; i < standings.size(); i++) {
            visits.step(
                    standings.get(i),
                    i + 1 < standings.size() ? standings.get(i + 1).since() : now);
        }
        visits.leave(Optional.empty());
        return visits.visits;
    }

    private void step(Standing standing, Instant until) {
        boolean gone = standing.status().isClosed() || standing.deleted();
        if (entered != null && (gone || moved(standing))) {
            leave(Optional.of(standing.since()));
        }
        if (!gone && entered == null) {
            entered = standing;
        }
        if (!gone && standing.status() == OpportunityStatus.ON_HOLD) {
            held = held.plus(Duration.between(standing.since(), until));
        }
    }

    private boolean moved(Standing standing) {
        return !standing.stage().equals(entered.stage()) || !standing.pipeline().equals(entered.pipeline());
    }

    private void leave(Optional<Instant> until) {
        if (entered != null) {
            visits.add(new Visit(entered.pipeline(), entered.stage(), entered.since(), until, held));
        }
        entered = null;
        held = Duration.ZERO;
    }
}
