package io.binnacle.pipeline.core.rates;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.pipeline.api.ExchangeRates;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.RateRow;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates in a table, with all that was known of them in the journal. */
@Component
public final class StoredRates implements ExchangeRates {

    private static final Comparator<ExchangeRate> ORDER = Comparator.comparing(ExchangeRate::from)
            .thenComparing(ExchangeRate::to)
            .thenComparing(ExchangeRate::kind)
            .thenComparing(ExchangeRate::date);

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Ledger<RateRow> ledger;

    @Activate
    public StoredRates(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock);
    }

    public StoredRates(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.ledger = new Ledger<>(database, journal, Entities.RATE, RateRow.class, TimeTables.RATES);
    }

    // A rate says itself since when it counts, so of the two times only the known one restricts.
    @Override
    public List<ExchangeRate> all(Instant knownAt) {
        return database.read(handle -> ledger.all(handle, new AsOf(Instant.MAX, knownAt)).stream()
                .map(RateRow::value)
                .sorted(ORDER)
                .toList());
    }

    @Override
    public int set(List<ExchangeRate> rates, Principal by, String reason) {
        refuseTwice(rates);
        return database.inTransaction(handle -> {
            handle.execute("lock table pipeline.rate in share row exclusive mode");
            Map<List<Object>, RateRow> present = ledger.all(handle, AsOf.LATEST).stream()
                    .collect(Collectors.toMap(RateRow::key, Function.identity()));
            List<RateRow> fresh = new ArrayList<>();
            List<RateRow> changed = new ArrayList<>();
            for (ExchangeRate rate : rates) {
                RateRow wanted = RateRow.of(UuidCreator.getTimeOrderedEpoch(), rate, 0);
                RateRow old = present.get(wanted.key());
                if (old == null) {
                    fresh.add(wanted);
                } else if (old.rate().compareTo(rate.rate()) != 0) {
                    changed.add(RateRow.of(old.id(), rate, 0));
                }
            }
            String cause = reason.isBlank() ? "rates set" : reason;
            TimeTables.RATES.insert(database, handle, recorded(fresh, Fields::of, by, cause));
            TimeTables.RATES.update(handle, recorded(changed, StoredRates::rateAlone, by, cause));
            return fresh.size() + changed.size();
        });
    }

    private List<RateRow> recorded(
            List<RateRow> rows, Function<RateRow, ObjectNode> patch, Principal by, String cause) {
        Instant now = clock.instant();
        List<Change> changes = rows.stream()
                .map(row -> new Change(new EntityRef(Entities.RATE, row.id()), now, by.name(), cause, patch.apply(row)))
                .toList();
        Map<UUID, Long> versions = journal.append(changes).stream()
                .collect(Collectors.toMap(appended -> appended.entity().id(), Appended::seq));
        return rows.stream()
                .map(row -> RateRow.of(row.id(), row.value(), versions.get(row.id())))
                .toList();
    }

    private static ObjectNode rateAlone(RateRow row) {
        return Json.object().put("rate", row.rate());
    }

    private static void refuseTwice(List<ExchangeRate> rates) {
        Set<List<Object>> seen = new HashSet<>();
        for (ExchangeRate rate : rates) {
            if (!seen.add(List.of(rate.from(), rate.to(), rate.kind(), rate.date()))) {
                throw INVALID_CONTENT
                        .because(
                                "nothing was set: the %s rate from %s to %s of %s is given twice",
                                rate.kind(), rate.from(), rate.to(), rate.date())
                        .at("/rates");
            }
        }
    }
}
