package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.metrics.Ageing;
import io.binnacle.pipeline.api.metrics.SizeBand;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long won deals of each pipeline and size were in each stage, all their visits to it together. */
final class StageTimes {

    private static final double THREE_QUARTERS = 0.75;

    private record Key(String pipeline, String stage, SizeBand band) {}

    private final MetricsSettings settings;
    private final Map<Key, List<Long>> days = new HashMap<>();

    StageTimes(MetricsSettings settings) {
        this.settings = settings;
    }

    /** Learns from a deal if it was won. */
    void learn(Track track, Instant now) {
        Standing last = track.last();
        if (last.status() != OpportunityStatus.WON || last.deleted()) {
            return;
        }
        Map<Key, Long> sums = new HashMap<>();
        Visits.of(track, now)
                .forEach(visit -> sums.merge(
                        new Key(visit.pipeline(), visit.stage(), settings.band(last.amount())),
                        visit.days(now, settings.limits().holdPauses()),
                        Long::sum));
        sums.forEach((key, sum) ->
                days.computeIfAbsent(key, one -> new ArrayList<>()).add(sum));
    }

    /** The ageing of a deal that has been in its stage for some days. */
    Ageing ageing(Standing deal, long age, long inStage) {
        List<Long> seen =
                days.getOrDefault(new Key(deal.pipeline(), deal.stage(), settings.band(deal.amount())), List.of());
        boolean enough = seen.size() >= settings.limits().wonNeeded();
        double limit =
                enough ? Quantiles.of(seen, THREE_QUARTERS) : settings.limits().stalledDays();
        Ageing.Basis basis = enough ? Ageing.Basis.WON_P75 : Ageing.Basis.DEFAULT;
        return new Ageing(age, inStage, limit, basis, seen.size(), inStage > limit);
    }
}
