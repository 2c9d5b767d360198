package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.api.PipelineError.INVALID_WINDOW;
import static io.binnacle.pipeline.api.PipelineError.NODE_NOT_FOUND;

import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallDeal;
import io.binnacle.pipeline.api.WaterfallFlow;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.Waterfalls;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.Unplaced;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.rates.DatedConversion;
import io.binnacle.pipeline.core.rates.StoredRates;
import io.binnacle.pipeline.core.store.DealPaths;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waterfalls reckoned deal by deal from where each of them stood. */
@Component
public final class ExactWaterfalls implements Waterfalls {

    private final Database database;
    private final Clock clock;
    private final Calendars calendars;
    private final Valuations valuations;
    private final DatedLayouts layouts;

    @Activate
    public ExactWaterfalls(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference StandingProjection history) {
        this(database, journal, clock, settings);
    }

    public ExactWaterfalls(Database database, Journal journal, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.clock = clock;
        this.calendars = new StoredCalendars(database, journal, clock, settings);
        this.valuations = new Valuations(
                settings, new DatedConversion(new StoredRates(database, journal, clock), calendars, settings));
        this.layouts = new DatedLayouts(journal);
    }

    @Override
    public Waterfall waterfall(WaterfallQuery query, OptionalInt levels) {
        WaterfallQuery asked = resolved(query);
        return database.read(handle -> {
            Report report = report(asked);
            DealPaths.read(handle, asked, report::add);
            return report.waterfall(asked, levels);
        });
    }

    @Override
    public WaterfallFlow flow(WaterfallQuery query) {
        WaterfallQuery asked = resolved(query);
        return database.read(handle -> {
            Report report = report(asked);
            Links links = new Links();
            report.onStory((path, story) -> links.add(story));
            DealPaths.read(handle, asked, report::add);
            Waterfall waterfall = report.waterfall(asked, OptionalInt.of(0));
            return new WaterfallFlow(waterfall, links.links(waterfall.currency()));
        });
    }

    @Override
    public Page<WaterfallDeal> deals(WaterfallQuery query, WaterfallBucket bucket, Paging paging) {
        return deals(query, Drill.into(bucket), paging);
    }

    @Override
    public Page<WaterfallDeal> deals(
            WaterfallQuery query, WaterfallBucket source, WaterfallBucket target, Paging paging) {
        return deals(query, Drill.into(new Ends(source, target)), paging);
    }

    private Page<WaterfallDeal> deals(WaterfallQuery query, Drill drill, Paging paging) {
        WaterfallQuery asked = resolved(query);
        return database.read(handle -> {
            Report report = report(asked);
            report.onStory(drill::add);
            DealPaths.read(handle, asked, report::add);
            return drill.page(handle, report.currency(), paging);
        });
    }

    private Report report(WaterfallQuery query) {
        Sieve sieve = new Sieve(query.period().orElseThrow(), valuations.of(query));
        return new Report(window(query), sieve);
    }

    private Window window(WaterfallQuery query) {
        NavigableMap<Instant, Layout> dated = layouts.in(query);
        query.node()
                .filter(id -> dated.values().stream().noneMatch(layout -> layout.contains(id)))
                .ifPresent(id -> {
                    throw NODE_NOT_FOUND
                            .because(
                                    "there was no node %s in the hierarchy %s between %s and %s",
                                    id, query.along(), query.from(), query.to())
                            .at("/node");
                });
        Scope scope = new Scope(query.node(), dated, Unplaced.in(query.along()));
        return new Window(query.from(), query.to(), query.mode(), scope);
    }

    /** The same query with nothing left open, so that asked again it gives the same answer. */
    private WaterfallQuery resolved(WaterfallQuery query) {
        if (query.from().isAfter(query.to())) {
            throw INVALID_WINDOW
                    .because("the window ends at %s, before it begins at %s: give from first", query.to(), query.from())
                    .at("/to");
        }
        Instant now = clock.instant();
        Instant to = earlier(query.to(), now);
        ClosingPeriod period = query.period().orElseGet(() -> quarterOf(to));
        return new WaterfallQuery(
                earlier(query.from(), now),
                to,
                earlier(query.knownAt(), now),
                Optional.of(period),
                query.node(),
                query.mode(),
                query.hierarchy(),
                query.currency(),
                query.rates(),
                query.along());
    }

    private ClosingPeriod quarterOf(Instant to) {
        try {
            return ClosingPeriod.of(calendars.standard().calendar().quarterOf(to));
        } catch (IllegalArgumentException e) {
            throw INVALID_WINDOW
                    .because("%s; say with period= which deals count", e.getMessage())
                    .at("/period");
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
