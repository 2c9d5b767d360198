package io.binnacle.forecasting.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.forecasting.api.Consumption;
import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Consumption in PostgreSQL; what is known now in tables, what was known then in the journal. */
@Component
public final class JournaledConsumption implements Consumption {

    private static final Comparator<ConsumptionPoint> ORDER =
            Comparator.comparing(JournaledConsumption::series).thenComparing(ConsumptionPoint::month);

    private final UsageRows rows = new UsageRows();
    private final Database database;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public JournaledConsumption(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=forecasting)") SchemaReady schema) {
        this(database, journal, clock);
    }

    JournaledConsumption(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public int record(List<ConsumptionPoint> points, Principal by, String cause) {
        check(points);
        return points.isEmpty() ? 0 : database.inTransaction(handle -> record(handle, points, by, cause));
    }

    @Override
    public List<ConsumptionPoint> of(UUID account, AsOf asOf) {
        return database.read(handle -> {
            if (asOf.isLatest()) {
                return rows.points(handle, List.of(account));
            }
            return sorted(rows.seriesOf(handle, account).stream()
                    .flatMap(series -> journal.state(UsageJournal.entity(series), asOf).stream()));
        });
    }

    @Override
    public List<ConsumptionPoint> all(AsOf asOf) {
        return database.read(handle -> {
            if (asOf.isLatest()) {
                return rows.points(handle);
            }
            try (Stream<EntityState> states = journal.states(UsageJournal.TYPE, asOf)) {
                return sorted(states);
            }
        });
    }

    private int record(Handle handle, List<ConsumptionPoint> points, Principal by, String cause) {
        Map<UsageSeries, UUID> ids = rows.lock(
                handle,
                points.stream().map(JournaledConsumption::series).collect(Collectors.toCollection(TreeSet::new)));
        List<ConsumptionPoint> news = news(points, rows.points(handle, UsageRows.accounts(ids.keySet())));
        List<Change> changes = news.stream()
                .map(point -> UsageJournal.change(ids.get(series(point)), point, by.name(), cause, clock))
                .toList();
        List<Appended> appended = journal.append(changes);
        Map<Slot, UsageRows.Saved> latest = new LinkedHashMap<>();
        for (int i = 0; i < news.size(); i++) {
            Appended as = appended.get(i);
            latest.put(Slot.of(news.get(i)), new UsageRows.Saved(as.entity().id(), news.get(i), as.seq()));
        }
        rows.save(handle, List.copyOf(latest.values()));
        return news.size();
    }

    private static List<ConsumptionPoint> news(List<ConsumptionPoint> points, List<ConsumptionPoint> known) {
        Map<Slot, ConsumptionPoint> latest = new HashMap<>();
        known.forEach(point -> latest.put(Slot.of(point), point));
        List<ConsumptionPoint> news = new ArrayList<>();
        for (ConsumptionPoint point : points) {
            ConsumptionPoint before = latest.put(Slot.of(point), point);
            if (before == null
                    || before.status() != point.status()
                    || !before.amount().isWorth(point.amount())) {
                news.add(point);
            }
        }
        return news;
    }

    private void check(List<ConsumptionPoint> points) {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        for (ConsumptionPoint point : points) {
            if (point.month().isAfter(now)) {
                throw INVALID_CONTENT.because(
                        "consumption of %s in %s lies ahead; record it when the month has begun",
                        point.service(), point.month());
            }
        }
    }

    private static List<ConsumptionPoint> sorted(Stream<EntityState> states) {
        return states.flatMap(state -> UsageJournal.points(state).stream())
                .sorted(ORDER)
                .toList();
    }

    private static UsageSeries series(ConsumptionPoint point) {
        return new UsageSeries(point.account(), point.service());
    }

    private record Slot(UUID account, String service, YearMonth month) {

        static Slot of(ConsumptionPoint point) {
            return new Slot(point.account(), point.service(), point.month());
        }
    }
}
