package io.binnacle.industry.retail;

import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.industry.retail.TradingEvent.Kind;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When retail customers open stores, sell at a discount and freeze their systems. */
@Component(service = TradingCalendar.class)
public final class TradingCalendar {

    static final String TYPE = "trading-event";

    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Accounts accounts;
    private final TradingEventRows rows = new TradingEventRows();

    @Activate
    public TradingCalendar(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference Accounts accounts,
            @Reference(target = "(schema=plugin_io_binnacle_industry_retail)") SchemaReady ready) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.accounts = accounts;
    }

    /** The events of one account or of all, by their first day. */
    List<TradingEvent> events(Optional<UUID> account) {
        return database.read(handle -> rows.all(handle, account));
    }

    TradingEvent add(
            UUID account, Kind kind, String name, LocalDate firstDay, LocalDate lastDay, Principal by, String reason) {
        check(account, name, firstDay, lastDay, reason);
        return database.inTransaction(handle -> {
            UUID id = UUID.randomUUID();
            ObjectNode fields = Json.object()
                    .put("account", account.toString())
                    .put("kind", kind.name())
                    .put("name", name)
                    .put("firstDay", firstDay.toString())
                    .put("lastDay", lastDay.toString());
            TradingEvent event =
                    new TradingEvent(id, account, kind, name, firstDay, lastDay, append(id, fields, by, reason));
            rows.add(handle, event);
            return event;
        });
    }

    void remove(UUID id, Principal by) {
        database.useTransaction(handle -> {
            if (!rows.remove(handle, id)) {
                throw ENTITY_NOT_FOUND.because("there is no trading event %s", id);
            }
            append(id, Json.object().put("removed", true), by, "removed");
        });
    }

    private long append(UUID id, ObjectNode fields, Principal by, String reason) {
        Change change = new Change(
                new EntityRef(TYPE, id), clock.instant().truncatedTo(ChronoUnit.MICROS), by.name(), reason, fields);
        return journal.append(List.of(change)).get(0).seq();
    }

    private void check(UUID account, String name, LocalDate firstDay, LocalDate lastDay, String reason) {
        List<FieldError> faults = new ArrayList<>();
        if (accounts.find(account).isEmpty()) {
            faults.add(new FieldError("/account", "UNKNOWN_ACCOUNT", "there is no account " + account));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.matches("(?s).*\\p{Cntrl}.*")) {
            faults.add(new FieldError("/name", "INVALID_NAME", "a name is one line of up to " + LONGEST_NAME));
        }
        if (reason.isBlank()) {
            faults.add(new FieldError("/reason", "REQUIRED", "say why"));
        }
        if (lastDay.isBefore(firstDay)) {
            faults.add(new FieldError("/lastDay", "ENDS_BEFORE_IT_BEGINS", "the last day is before the first"));
        }
        if (!faults.isEmpty()) {
            throw INVALID_CONTENT.because("the trading event cannot be added").at(faults);
        }
    }
}
