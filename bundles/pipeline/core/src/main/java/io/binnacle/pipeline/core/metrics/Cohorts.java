package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.metrics.Conversion;
import io.binnacle.pipeline.api.metrics.Conversion.Order;
import io.binnacle.pipeline.api.metrics.Window;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The deals that entered each stage in a window, and what became of them by a later moment. */
final class Cohorts {

    private record Key(String pipeline, String stage) {}

    private final StageOrder order;
    private final Window window;
    private final ZoneId zone;
    private final Instant now;
    private final Map<Key, List<Spell>> spells = new TreeMap<>(
            Comparator.comparing(Key::pipeline).thenComparing(this::rank).thenComparing(Key::stage));

    Cohorts(StageOrder order, Window window, ZoneId zone, Instant now) {
        this.order = order;
        this.window = window;
        this.zone = zone;
        this.now = now;
    }

    /** Counts one deal wherever it belongs, in each stage at its first entry. */
    void add(Track track) {
        List<Visit> visits = Visits.of(track, now);
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            boolean first = visits.subList(0, i).stream().noneMatch(one -> one.isIn(visit.pipeline(), visit.stage()));
            if (first && window.contains(LocalDate.ofInstant(visit.from(), zone))) {
                Spell spell = spell(visit, visits.subList(0, i), visits.subList(i + 1, visits.size()), track);
                spells.computeIfAbsent(new Key(visit.pipeline(), visit.stage()), key -> new ArrayList<>())
                        .add(spell);
            }
        }
    }

    /** The stages, in the order that pipelines declare and, where they do not, by name. */
    List<Conversion.Stage> stages() {
        return spells.entrySet().stream()
                .map(entry -> stage(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Spell spell(Visit visit, List<Visit> before, List<Visit> after, Track track) {
        Optional<Instant> reached = after.stream()
                .filter(later -> isOn(visit, before, later))
                .map(Visit::from)
                .findFirst()
                .or(() -> ended(track.last(), OpportunityStatus.WON));
        if (reached.isPresent()) {
            return new Spell(days(visit, reached.get()), Spell.End.REACHED);
        }
        return ended(track.last(), OpportunityStatus.LOST)
                .or(() -> ended(track.last(), OpportunityStatus.CANCELLED))
                .map(lost -> new Spell(days(visit, lost), Spell.End.LOST))
                .orElseGet(() -> new Spell(days(visit, now), Spell.End.OPEN));
    }

    private boolean isOn(Visit visit, List<Visit> before, Visit later) {
        if (order.knows(visit) && order.knows(later)) {
            return order.isLater(later, visit);
        }
        return !later.isIn(visit.pipeline(), visit.stage())
                && before.stream().noneMatch(one -> one.isIn(later.pipeline(), later.stage()));
    }

    private static Optional<Instant> ended(Standing last, OpportunityStatus status) {
        return Optional.of(last).filter(standing -> standing.status() == status).map(Standing::since);
    }

    private static long days(Visit visit, Instant until) {
        return Duration.between(visit.from(), until).toDays();
    }

    private Integer rank(Key key) {
        int rank = order.rank(key.pipeline(), key.stage());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    private Conversion.Stage stage(Key key, List<Spell> cohort) {
        int reached = count(cohort, Spell.End.REACHED);
        int lost = count(cohort, Spell.End.LOST);
        return new Conversion.Stage(
                key.pipeline(),
                key.stage(),
                order.rank(key.pipeline(), key.stage()) < 0 ? Order.OBSERVED : Order.DECLARED,
                cohort.size(),
                reached,
                lost,
                count(cohort, Spell.End.OPEN),
                (double) reached / cohort.size(),
                reached + lost == 0 ? Optional.empty() : Optional.of((double) reached / (reached + lost)),
                CumulativeIncidence.of(cohort));
    }

    private static int count(List<Spell> cohort, Spell.End end) {
        return (int) cohort.stream().filter(spell -> spell.end() == end).count();
    }
}
