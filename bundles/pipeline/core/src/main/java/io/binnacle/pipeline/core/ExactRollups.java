package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.store.DealSum;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.api.time.FiscalQuarter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    }

    @Override
    public FiscalCalendar calendar() {
        return settings.calendar();
    }

    @Override
    public Rollup rollup(Optional<FiscalQuarter> period, Optional<String> currency, AsOf asOf) {
        return database.read(handle -> rollup(handle, period, currency, asOf));
    }

    @Override
    public List<FiscalQuarter> quarters() {
        return database.read(OpportunityTable::closingMonths).stream()
                .map(calendar()::quarterOf)
                .distinct()
                .toList();
    }

    private Rollup rollup(Handle handle, Optional<FiscalQuarter> period, Optional<String> wanted, AsOf asOf) {
        List<DealSum> sums = sums(handle, period, asOf);
        String currency = Currencies.choose(wanted, currencies(sums), () -> usualCurrency(handle, asOf));
        RollupTree tree = new RollupTree(deals.structure(handle, asOf), sums, currency);
        List<Rollup.Node> roots = tree.roots();
        return new Rollup(
                resolved(asOf, clock.instant()), currency, period.map(FiscalQuarter::name), roots, tree.total(roots));
    }

    private static Set<String> currencies(List<DealSum> sums) {
        return sums.stream().flatMap(sum -> sum.currency().stream()).collect(Collectors.toSet());
    }

    /** What a period without deals is told in: the only currency of all other deals, or the tenant's. */
    private String usualCurrency(Handle handle, AsOf asOf) {
        Set<String> all = currencies(sums(handle, Optional.empty(), asOf));
        return all.size() == 1 ? all.iterator().next() : settings.currency();
    }

    private List<DealSum> sums(Handle handle, Optional<FiscalQuarter> period, AsOf asOf) {
        Optional<LocalDate> first = period.map(FiscalQuarter::start);
        Optional<LocalDate> last = period.map(FiscalQuarter::end);
        return DealSum.at(handle, asOf, first, last);
    }

    /** The same point in both times, with now for what lies ahead: asked for again, it gives the same answer. */
    static AsOf resolved(AsOf asOf, Instant now) {
        return new AsOf(earlier(asOf.validAt(), now), earlier(asOf.knownAt(), now));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
