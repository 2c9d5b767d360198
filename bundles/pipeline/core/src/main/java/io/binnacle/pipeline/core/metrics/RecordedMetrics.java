package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.metrics.Commits;
import io.binnacle.pipeline.api.metrics.Conversion;
import io.binnacle.pipeline.api.metrics.Coverage;
import io.binnacle.pipeline.api.metrics.DealMetrics;
import io.binnacle.pipeline.api.metrics.Health;
import io.binnacle.pipeline.api.metrics.PipelineMetrics;
import io.binnacle.pipeline.api.metrics.Segment;
import io.binnacle.pipeline.api.metrics.Velocity;
import io.binnacle.pipeline.api.metrics.Window;
import io.binnacle.pipeline.api.qualification.Assessment;
import io.binnacle.pipeline.api.qualification.Qualifications;
import io.binnacle.pipeline.core.Currencies;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.Team;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.pipeline.core.store.Track;
import io.binnacle.pipeline.core.store.Tracks;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures from where deals stood. */
@Component
public final class RecordedMetrics implements PipelineMetrics {

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final PipelineSettings pipeline;
    private final Calendars calendars;
    private final MetricsSettings settings;
    private final Qualifications qualifications;

    @Activate
    public RecordedMetrics(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings pipeline,
            @Reference MetricsSettings settings,
            @Reference Qualifications qualifications,
            @Reference StandingProjection history) {
        this(database, journal, clock, pipeline, settings, qualifications);
    }

    public RecordedMetrics(
            Database database,
            Journal journal,
            Clock clock,
            PipelineSettings pipeline,
            MetricsSettings settings,
            Qualifications qualifications) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.pipeline = pipeline;
        this.calendars = new StoredCalendars(database, journal, clock, pipeline);
        this.settings = settings;
        this.qualifications = qualifications;
    }

    @Override
    public Conversion conversion(Segment segment, Optional<Window> window, AsOf asOf) {
        AsOf at = resolved(asOf);
        Window days = window.orElseGet(() -> lastDays(at));
        Cohorts cohorts = new Cohorts(order(), days, pipeline.zone(), at.validAt());
        int[] excluded = {0};
        each(segment, at, track -> {
            if (track.hasHistory()) {
                cohorts.add(track);
            } else {
                excluded[0]++;
            }
        });
        return new Conversion(at, days, segment, cohorts.stages(), excluded[0]);
    }

    @Override
    public Velocity velocity(Segment segment, Optional<Window> window, Optional<String> currency, AsOf asOf) {
        AsOf at = resolved(asOf);
        Window days = window.orElseGet(() -> lastDays(at));
        Valued deals = valued(segment, currency, at);
        return Closings.of(deals.deals(), days, pipeline.zone()).velocity(days, deals.currency());
    }

    @Override
    public Commits commits(Segment segment, Optional<String> currency, AsOf asOf) {
        AsOf at = resolved(asOf);
        Valued deals = valued(segment, currency, at);
        Map<UUID, Assessment> assessments = qualifications.all(at);
        List<Standing> committed = deals.deals().stream()
                .filter(deal -> deal.status() == OpportunityStatus.OPEN && deal.category() == ForecastCategory.COMMIT)
                .toList();
        List<Standing> below = committed.stream()
                .filter(deal -> Optional.ofNullable(assessments.get(deal.id()))
                        .filter(Assessment::commitGate)
                        .isEmpty())
                .toList();
        return new Commits(at, committed.size(), deals.sum(committed), below.size(), deals.sum(below));
    }

    @Override
    public List<DealMetrics> deals(Segment segment, AsOf asOf) {
        AsOf at = resolved(asOf);
        OpenDeals open = new OpenDeals(settings, pipeline.calendar(), at.validAt());
        database.read(handle -> {
            Predicate<Standing> wanted = within(handle, segment, at);
            Tracks.each(handle, at, track -> {
                if (track.hasHistory()) {
                    open.learn(track);
                }
                if (wanted.test(track.last())) {
                    open.add(track);
                }
            });
            return open;
        });
        return open.metrics();
    }

    @Override
    public Health health(Segment segment, AsOf asOf) {
        return HealthSum.of(resolved(asOf), segment, deals(segment, asOf));
    }

    @Override
    public Coverage coverage(Optional<UUID> node, FiscalQuarter period, Optional<BigDecimal> conversion, AsOf asOf) {
        return database.read(handle -> new Coverages(
                        handle,
                        journal,
                        calendars.standard().calendar(),
                        settings.limits().formerPeriods(),
                        resolved(asOf))
                .of(node, period, conversion));
    }

    /** Deals in one currency, or without an amount. */
    private record Valued(String currency, List<Standing> deals) {

        Money sum(List<Standing> some) {
            return some.stream().flatMap(deal -> deal.amount().stream()).reduce(Money.zero(currency), Money::plus);
        }
    }

    private Valued valued(Segment segment, Optional<String> currency, AsOf at) {
        List<Standing> deals = database.read(handle -> {
            Predicate<Standing> wanted = within(handle, segment, at);
            return Standings.at(handle, at).stream().filter(wanted).toList();
        });
        Set<String> present = new TreeSet<>();
        deals.forEach(deal -> deal.amount().map(Money::currency).ifPresent(present::add));
        String chosen = Currencies.choose(currency, present, pipeline::currency);
        return new Valued(
                chosen,
                deals.stream()
                        .filter(deal -> deal.amount()
                                .map(Money::currency)
                                .orElse(chosen)
                                .equals(chosen))
                        .toList());
    }

    private StageOrder order() {
        return new StageOrder(Map.of());
    }

    private void each(Segment segment, AsOf asOf, Consumer<Track> use) {
        database.read(handle -> {
            Predicate<Standing> wanted = within(handle, segment, asOf);
            Tracks.each(handle, asOf, track -> {
                if (wanted.test(track.last())) {
                    use.accept(track);
                }
            });
            return asOf;
        });
    }

    private Predicate<Standing> within(Handle handle, Segment segment, AsOf asOf) {
        Optional<Set<UUID>> owners = segment.node().map(node -> new Team(journal).within(handle, node, asOf));
        return deal -> !deal.deleted()
                && segment.pipeline().filter(id -> !id.equals(deal.pipeline())).isEmpty()
                && segment.product()
                        .filter(id -> !deal.product().equals(Optional.of(id)))
                        .isEmpty()
                && segment.sizeBand()
                        .filter(band -> band != settings.band(deal.amount()))
                        .isEmpty()
                && owners.filter(ids -> deal.owner().filter(ids::contains).isEmpty())
                        .isEmpty();
    }

    private Window lastDays(AsOf asOf) {
        LocalDate day = LocalDate.ofInstant(asOf.validAt(), pipeline.zone());
        return new Window(day.minusDays(settings.limits().windowDays() - 1L), day);
    }

    private AsOf resolved(AsOf asOf) {
        Instant now = clock.instant();
        return new AsOf(earlier(asOf.validAt(), now), earlier(asOf.knownAt(), now));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
