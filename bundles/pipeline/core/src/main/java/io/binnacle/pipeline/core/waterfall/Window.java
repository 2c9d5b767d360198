package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.core.store.DealPath;
import io.binnacle.pipeline.core.store.Stand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which instants between the two ends are looked at. */
record Window(Instant from, Instant to, Mode mode, Scope scope) {

    /** A deal at the start, at the end and, where every change counts, at each of them in between. */
    List<Moment> moments(DealPath path) {
        List<Moment> moments = new ArrayList<>();
        moments.add(moment(path.before(), from));
        if (mode == Mode.PATH) {
            between(path, moments);
        }
        moments.add(moment(path.last(), to));
        return moments;
    }

    private void between(DealPath path, List<Moment> moments) {
        TreeSet<Instant> changes = new TreeSet<>(scope.changes(from, to));
        path.after().forEach(stand -> changes.add(stand.since()));
        Optional<Stand> stand = path.before();
        int next = 0;
        for (Instant change : changes) {
            while (next < path.after().size() && !path.after().get(next).since().isAfter(change)) {
                stand = Optional.of(path.after().get(next++));
            }
            moments.add(moment(stand, change));
        }
    }

    private Moment moment(Optional<Stand> stand, Instant at) {
        return new Moment(
                stand, at, stand.map(found -> scope.rows(found.subject(), at)).orElse(List.of()));
    }
}
