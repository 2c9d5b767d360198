package io.binnacle.pipeline.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.CreditMode;
import io.binnacle.pipeline.api.Credits;
import io.binnacle.pipeline.api.CurrencyConversion;
import io.binnacle.pipeline.api.Hierarchies;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyMode;
import io.binnacle.pipeline.api.Placement;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.api.RollupQuery;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.credit.StoredCredits;
import io.binnacle.pipeline.core.hierarchy.DatedHierarchies;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.rates.DatedConversion;
import io.binnacle.pipeline.core.rates.StoredRates;
import io.binnacle.pipeline.core.store.DealAmount;
import io.binnacle.pipeline.core.store.DealSum;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.api.time.FiscalPeriod;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roll-ups summed by the database for the present and from the journal for the past. */
@Component
public final class ExactRollups implements Rollups {

    private final Database database;
    private final Clock clock;
    private final PipelineSettings settings;
    private final Deals deals;
    private final Calendars calendars;
    private final CurrencyConversion conversion;
    private final Credits credits;
    private final Hierarchies hierarchies;

    @Activate
    public ExactRollups(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference StandingProjection history) {
        this(database, journal, clock, settings);
    }

    public ExactRollups(Database database, Journal journal, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.deals = new Deals(journal);
        this.calendars = new StoredCalendars(database, journal, clock, settings);
        this.conversion = new DatedConversion(new StoredRates(database, journal, clock), calendars, settings);
        this.credits = new StoredCredits(database, journal, clock, settings);
        this.hierarchies = new DatedHierarchies(database, journal, clock, settings);
    }

    @Override
    public FiscalCalendar calendar() {
        return settings.calendar();
    }

    @Override
    public PeriodCalendar periods() {
        return calendars.standard().calendar();
    }

    @Override
    public Rollup rollup(Optional<FiscalQuarter> period, Optional<String> currency, AsOf asOf) {
        return rollup(RollupQuery.of(period.map(FiscalQuarter::period), currency, asOf));
    }

    @Override
    public Rollup rollup(RollupQuery query) {
        if (query.credit() == CreditMode.SPLIT && query.hierarchy() != HierarchyKind.ORG) {
            throw INVALID_PARAMETER
                    .because("credit is split among sellers, so credit=SPLIT goes with hierarchy=ORG alone")
                    .at("/credit");
        }
        return database.read(handle -> rollup(handle, query));
    }

    @Override
    public List<FiscalQuarter> quarters() {
        PeriodCalendar calendar = periods();
        return database.read(OpportunityTable::closingDays).stream()
                .filter(calendar::covers)
                .map(calendar::quarterOf)
                .distinct()
                .toList();
    }

    private Rollup rollup(Handle handle, RollupQuery query) {
        Optional<DealConversion> converted = query.rates().map(policy -> conversion(policy, query));
        List<DealSum> sums = placed(sums(handle, query, converted), query);
        String currency = query.rates().isPresent()
                ? target(query)
                : Currencies.choose(query.currency(), currencies(sums), () -> usualCurrency(handle, query.asOf()));
        Structure structure = deals.structure(handle, told(query), query.hierarchy());
        RollupTree tree = new RollupTree(structure, sums, currency, Unplaced.in(query.hierarchy()));
        List<Rollup.Node> roots = tree.roots();
        return new Rollup(
                resolved(query.asOf(), clock.instant()),
                currency,
                query.period().map(FiscalPeriod::name),
                roots,
                tree.total(roots),
                query.hierarchy(),
                query.mode(),
                query.credit(),
                converted.map(
                        done -> new Rollup.Conversion(query.rates().orElseThrow(), conversion.base(), done.used())));
    }

    /** The point in time whose hierarchy the report is told along. */
    private static AsOf told(RollupQuery query) {
        return query.mode() == HierarchyMode.AS_IS ? AsOf.LATEST : query.asOf();
    }

    private List<DealSum> sums(Handle handle, RollupQuery query, Optional<DealConversion> converted) {
        Optional<LocalDate> first = query.period().map(FiscalPeriod::start);
        Optional<LocalDate> last = query.period().map(FiscalPeriod::end);
        if (converted.isEmpty() && query.credit() == CreditMode.OWNER) {
            return DealSum.at(handle, query.asOf(), query.hierarchy(), first, last);
        }
        DealShares shares =
                new DealShares(query.credit() == CreditMode.SPLIT ? credits.revenue(query.asOf()) : Map.of());
        return DealAmount.at(handle, query.asOf(), query.hierarchy(), first, last).stream()
                .map(deal -> converted.map(by -> by.convert(deal)).orElse(deal))
                .flatMap(shares::of)
                .toList();
    }

    private List<DealSum> placed(List<DealSum> sums, RollupQuery query) {
        if (query.hierarchy() == HierarchyKind.ORG) {
            return sums;
        }
        Map<UUID, UUID> places = hierarchies.placements(query.hierarchy(), told(query)).stream()
                .collect(Collectors.toMap(
                        Placement::subject, placement -> placement.node().orElseThrow()));
        return sums.stream().map(sum -> sum.under(sum.owner().map(places::get))).toList();
    }

    private DealConversion conversion(RatePolicy policy, RollupQuery query) {
        LocalDate day =
                LocalDate.ofInstant(resolved(query.asOf(), clock.instant()).validAt(), settings.zone());
        LocalDate reported = policy == RatePolicy.PLAN
                ? query.period().map(FiscalPeriod::start).orElse(day)
                : day;
        return new DealConversion(conversion.at(query.asOf().knownAt()), policy, target(query), reported);
    }

    private String target(RollupQuery query) {
        return query.currency().orElseGet(conversion::base);
    }

    private static Set<String> currencies(List<DealSum> sums) {
        return sums.stream().flatMap(sum -> sum.currency().stream()).collect(Collectors.toSet());
    }

    /** What a period without deals is told in: the only currency of all other deals, or the tenant's. */
    private String usualCurrency(Handle handle, AsOf asOf) {
        Set<String> all = currencies(DealSum.at(handle, asOf, HierarchyKind.ORG, Optional.empty(), Optional.empty()));
        return all.size() == 1 ? all.iterator().next() : settings.currency();
    }

    /** The same point in both times, with now for what lies ahead: asked for again, it gives the same answer. */
    static AsOf resolved(AsOf asOf, Instant now) {
        return new AsOf(earlier(asOf.validAt(), now), earlier(asOf.knownAt(), now));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
