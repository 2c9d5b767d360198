package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.api.PipelineError.INVALID_WINDOW;
import static io.binnacle.pipeline.api.PipelineError.NODE_NOT_FOUND;

import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallDeal;
import io.binnacle.pipeline.api.WaterfallFlow;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.api.Waterfalls;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.Structure;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.store.DealPath;
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
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waterfalls reckoned deal by deal from where each of them stood. */
@Component
public final class ExactWaterfalls implements Waterfalls {

    private final Database database;
    private final Clock clock;
    private final PipelineSettings settings;
    private final DatedStructures structures;

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
        this.settings = settings;
        this.structures = new DatedStructures(journal);
    }

    @Override
    public Waterfall waterfall(WaterfallQuery query, OptionalInt levels) {
        WaterfallQuery asked = resolved(query);
        return database.read(handle -> {
            Window window = window(asked);
            Report report = new Report(window, sieve(asked));
            read(handle, asked, report::add);
            return report.waterfall(asked, levels);
        });
    }

    @Override
    public WaterfallFlow flow(WaterfallQuery query) {
        WaterfallQuery asked = resolved(query);
        return database.read(handle -> {
            Window window = window(asked);
            Report report = new Report(window, sieve(asked));
            Links links = new Links();
            report.onStory((path, story) -> links.add(story));
            read(handle, asked, report::add);
            Waterfall waterfall = report.waterfall(asked, OptionalInt.of(0));
            return new WaterfallFlow(waterfall, links.links(waterfall.currency()));
        });
    }

    @Override
    public Page<WaterfallDeal> deals(WaterfallQuery query, WaterfallBucket bucket, Paging paging) {
        WaterfallQuery asked = resolved(query);
        return database.read(handle -> {
            Window window = window(asked);
            Report report = new Report(window, sieve(asked));
            Drill drill = new Drill(bucket);
            report.onStory(drill::add);
            read(handle, asked, report::add);
            return drill.page(handle, report.currency(), paging);
        });
    }

    private Window window(WaterfallQuery query) {
        NavigableMap<Instant, Structure> dated = structures.in(query);
        query.node()
                .filter(id -> dated.values().stream().noneMatch(structure -> structure.contains(id)))
                .ifPresent(id -> {
                    throw NODE_NOT_FOUND
                            .because(
                                    "there was no node %s in the sales hierarchy between %s and %s",
                                    id, query.from(), query.to())
                            .at("/node");
                });
        return new Window(query.from(), query.to(), query.mode(), new Scope(query.node(), dated));
    }

    private Sieve sieve(WaterfallQuery query) {
        Valuation valuation = query.currency()
                .<Valuation>map(OneCurrency::new)
                .orElseGet(() -> new OnlyCurrency(settings.currency()));
        return new Sieve(query.period().orElseThrow(), valuation);
    }

    private static void read(Handle handle, WaterfallQuery query, Consumer<DealPath> use) {
        DealPaths.read(
                handle,
                query.from(),
                query.to(),
                query.knownAt(),
                query.period().orElseThrow(),
                query.mode() == Mode.PATH,
                use);
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
        ClosingPeriod period = query.period()
                .orElseGet(() -> ClosingPeriod.of(settings.calendar().quarterOf(to)));
        return new WaterfallQuery(
                earlier(query.from(), now),
                to,
                earlier(query.knownAt(), now),
                Optional.of(period),
                query.node(),
                query.mode(),
                query.hierarchy(),
                query.currency());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
