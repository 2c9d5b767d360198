package io.binnacle.pipeline.core.calendars;

import static io.binnacle.pipeline.api.PipelineError.CALENDAR_NOT_FOUND;
import static io.binnacle.pipeline.api.PipelineError.INVALID_CALENDAR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.NamedCalendar;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fiscal calendars in a table, with their past in the journal, and the one of the settings beside them. */
@Component
public final class StoredCalendars implements Calendars {

    private static final String SETTINGS_NAME = "settings";
    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final Clock clock;
    private final PipelineSettings settings;
    private final Ledger<NamedCalendar> ledger;

    @Activate
    public StoredCalendars(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock, settings);
    }

    public StoredCalendars(Database database, Journal journal, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.ledger = new Ledger<>(database, journal, Entities.CALENDAR, NamedCalendar.class, TimeTables.CALENDARS);
    }

    @Override
    public NamedCalendar standard() {
        return all().stream().filter(NamedCalendar::standard).findFirst().orElseThrow();
    }

    @Override
    public List<NamedCalendar> all() {
        List<NamedCalendar> stored = database.read(handle -> ledger.all(handle, AsOf.LATEST));
        boolean ours = stored.stream().noneMatch(NamedCalendar::standard);
        return Stream.concat(Stream.of(ofSettings(ours)), stored.stream())
                .sorted(Comparator.comparing(NamedCalendar::name).thenComparing(NamedCalendar::id))
                .toList();
    }

    @Override
    public Optional<NamedCalendar> find(UUID id, AsOf asOf) {
        if (id.equals(SETTINGS)) {
            return all().stream()
                    .filter(calendar -> calendar.id().equals(SETTINGS))
                    .findFirst();
        }
        return database.read(handle -> ledger.find(handle, id, asOf));
    }

    @Override
    public NamedCalendar create(NamedCalendar wanted, Principal by, String reason) {
        return database.inTransaction(handle -> {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            admit(handle, id, wanted, by);
            return ledger.add(handle, id, wanted, clock.instant(), by, reason.isBlank() ? "created" : reason);
        });
    }

    @Override
    public NamedCalendar replace(NamedCalendar wanted, Principal by, String reason) {
        return database.inTransaction(handle -> {
            NamedCalendar held = ledger.lock(handle, wanted.id())
                    .orElseThrow(() -> CALENDAR_NOT_FOUND.because(
                            "there is no calendar with the id %s that can be changed", wanted.id()));
            Ledger.same("calendar", held.id(), wanted.version(), held.version());
            ObjectNode patch = Fields.patch(Fields.of(held), Fields.of(wanted));
            if (patch.isEmpty()) {
                return held;
            }
            admit(handle, held.id(), wanted, by);
            replaceWhole(patch, held);
            return ledger.patch(handle, held.id(), patch, clock.instant(), by, reason.isBlank() ? "changed" : reason);
        });
    }

    // A merge patch keeps the fields of another kind of calendar unless it clears them.
    private static void replaceWhole(ObjectNode patch, NamedCalendar held) {
        if (patch.get("calendar") instanceof ObjectNode calendar) {
            Fields.of(held).path("calendar").fieldNames().forEachRemaining(name -> {
                if (!calendar.has(name)) {
                    calendar.putNull(name);
                }
            });
        }
    }

    private void admit(Handle handle, UUID id, NamedCalendar wanted, Principal by) {
        handle.execute("lock table pipeline.calendar in share row exclusive mode");
        List<NamedCalendar> others = ledger.all(handle, AsOf.LATEST).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        checkName(wanted.name(), others);
        if (wanted.standard()) {
            checkZone(wanted);
            others.stream()
                    .filter(NamedCalendar::standard)
                    .forEach(other -> ledger.patch(
                            handle,
                            other.id(),
                            Json.object().put("standard", false),
                            clock.instant(),
                            by,
                            "another calendar became the standard"));
        }
    }

    private static void checkName(String name, List<NamedCalendar> others) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw INVALID_CALENDAR
                    .because("name must be one line of at most %d characters", LONGEST_NAME)
                    .at("/name");
        }
        if (name.equals(SETTINGS_NAME)
                || others.stream().anyMatch(other -> other.name().equals(name))) {
            throw INVALID_CALENDAR
                    .because("there is another calendar with the name %s", name)
                    .at("/name");
        }
    }

    private void checkZone(NamedCalendar wanted) {
        if (!wanted.calendar().zone().normalized().equals(settings.zone().normalized())) {
            throw INVALID_CALENDAR
                    .because(
                            "the standard calendar ends its days where the platform does, in %s (the setting zone), not in %s",
                            settings.zone(), wanted.calendar().zone())
                    .at("/calendar/zone");
        }
    }

    private NamedCalendar ofSettings(boolean standard) {
        return new NamedCalendar(SETTINGS, SETTINGS_NAME, standard, settings.calendar(), 0);
    }
}
