package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.metrics.Ageing;
import io.binnacle.pipeline.api.metrics.DealMetrics;
import io.binnacle.pipeline.api.metrics.Slip;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Track;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open deals' slip and ageing; how long stages take has to be learnt from all deals before it is told. */
final class OpenDeals {

    private final MetricsSettings settings;
    private final PeriodCalendar calendar;
    private final Instant now;
    private final StageTimes times;
    private final List<Found> found = new ArrayList<>();

    private record Found(Track track, Optional<Slip> slip, Optional<Long> daysInStage) {}

    OpenDeals(MetricsSettings settings, PeriodCalendar calendar, Instant now) {
        this.settings = settings;
        this.calendar = calendar;
        this.now = now;
        this.times = new StageTimes(settings);
    }

    /** Learns from any deal. */
    void learn(Track track) {
        times.learn(track, now);
    }

    /** Keeps a deal to be told about if it is open or on hold. */
    void add(Track track) {
        if (track.last().status().isClosed()) {
            return;
        }
        Optional<Long> days = Optional.of(track).filter(Track::hasHistory).map(this::daysInStage);
        Track end = new Track(track.name(), track.quality(), List.of(track.last()));
        found.add(new Found(end, slip(track), days));
    }

    List<DealMetrics> metrics() {
        return found.stream().map(this::metrics).toList();
    }

    private DealMetrics metrics(Found one) {
        Standing deal = one.track().last();
        long age = ChronoUnit.DAYS.between(deal.createdOn(), LocalDate.ofInstant(now, calendar.zone()));
        Optional<Ageing> ageing = one.daysInStage().map(days -> times.ageing(deal, age, days));
        return new DealMetrics(
                deal.id(),
                one.track().name(),
                deal.owner(),
                deal.pipeline(),
                deal.stage(),
                settings.band(deal.amount()),
                deal.closeDate(),
                one.track().quality(),
                one.slip(),
                ageing);
    }

    private long daysInStage(Track track) {
        List<Visit> visits = Visits.of(track, now);
        return visits.get(visits.size() - 1).days(now, settings.limits().holdPauses());
    }

    private Optional<Slip> slip(Track track) {
        List<LocalDate> dates = track.standings().stream()
                .flatMap(standing -> standing.closeDate().stream())
                .toList();
        return dates.isEmpty() || !track.hasHistory() ? Optional.empty() : Optional.of(Slips.of(dates, calendar));
    }
}
