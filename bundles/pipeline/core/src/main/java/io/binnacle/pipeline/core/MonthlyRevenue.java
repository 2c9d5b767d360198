package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Past;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.pipeline.core.store.WonMonth;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Won revenue month by month. */
@Component
public final class MonthlyRevenue implements RevenueHistory {

    private final Database database;
    private final Clock clock;
    private final PipelineSettings settings;
    private final Deals deals;
    private final Past<Account> accounts;

    @Activate
    public MonthlyRevenue(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference StandingProjection history) {
        this(database, journal, clock, settings);
    }

    public MonthlyRevenue(Database database, Journal journal, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.deals = new Deals(journal);
        this.accounts = new Past<>(journal, Entities.ACCOUNT, Account.class);
    }

    @Override
    public List<RevenueSeries> wonByMonth(Grouping grouping, Optional<String> currency, AsOf asOf) {
        return database.read(handle -> {
            List<WonMonth> won = won(handle, asOf);
            Set<String> present = won.stream().map(WonMonth::currency).collect(Collectors.toSet());
            String chosen = Currencies.choose(currency, present, settings::currency);
            won = won.stream().filter(month -> month.currency().equals(chosen)).toList();
            return won.isEmpty() ? List.of() : series(won, grouping, keys(handle, asOf), chosen);
        });
    }

    private List<WonMonth> won(Handle handle, AsOf asOf) {
        YearMonth last = lastEnded(ExactRollups.resolved(asOf, clock.instant()).validAt());
        return WonMonth.at(handle, asOf, last);
    }

    // The last instant of a month is its end, so that ?asOf=2017-06-30 has June in it.
    private YearMonth lastEnded(Instant at) {
        return YearMonth.from(LocalDate.ofInstant(at.plusNanos(1000), settings.zone()))
                .minusMonths(1);
    }

    private SeriesKeys keys(Handle handle, AsOf asOf) {
        List<Account> all = asOf.isLatest() ? Tables.ACCOUNTS.all(handle, "t.id") : accounts.all(asOf, Stream::toList);
        Map<UUID, String> names = all.stream().collect(Collectors.toMap(Account::id, Account::name));
        return new SeriesKeys(deals.structure(handle, asOf), names);
    }

    private static List<RevenueSeries> series(List<WonMonth> won, Grouping grouping, SeriesKeys keys, String currency) {
        YearMonth first =
                won.stream().map(WonMonth::month).min(Comparator.naturalOrder()).orElseThrow();
        YearMonth last =
                won.stream().map(WonMonth::month).max(Comparator.naturalOrder()).orElseThrow();
        Map<SeriesKeys.Key, Map<YearMonth, BigDecimal>> sums = won.stream()
                .collect(Collectors.groupingBy(
                        month -> keys.of(month, grouping),
                        Collectors.toMap(WonMonth::month, WonMonth::amount, BigDecimal::add)));
        return sums.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<SeriesKeys.Key, ?> entry) ->
                                entry.getKey().name())
                        .thenComparing(entry -> entry.getKey().key()))
                .map(entry -> new RevenueSeries(
                        entry.getKey().key(),
                        entry.getKey().name(),
                        currency,
                        first,
                        months(first, last, entry.getValue(), currency)))
                .toList();
    }

    private static List<Money> months(
            YearMonth first, YearMonth last, Map<YearMonth, BigDecimal> sums, String currency) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> new Money(sums.getOrDefault(month, BigDecimal.ZERO), currency))
                .toList();
    }
}
