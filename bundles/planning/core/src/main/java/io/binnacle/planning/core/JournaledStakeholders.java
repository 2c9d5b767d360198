package io.binnacle.planning.core;

import static io.binnacle.planning.api.PlanError.INVALID_STAKEHOLDER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.planning.api.Stakeholder;
import io.binnacle.planning.api.Stakeholders;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stakeholders in the database, every change to them also in the journal. */
@Component
public final class JournaledStakeholders implements Stakeholders {

    static final String TYPE = "stakeholder";

    private static final int LONGEST = 200;

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Accounts accounts;
    private final StakeholderRows rows = new StakeholderRows();

    @Activate
    public JournaledStakeholders(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference Accounts accounts,
            @Reference(target = "(schema=planning)") SchemaReady ready) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.accounts = accounts;
    }

    @Override
    public List<Stakeholder> all() {
        return database.read(rows::all);
    }

    @Override
    public List<Stakeholder> of(UUID account) {
        return database.read(handle -> rows.of(handle, account));
    }

    @Override
    public Optional<Stakeholder> find(UUID id) {
        return database.read(handle -> rows.find(handle, id));
    }

    @Override
    public Stakeholder add(
            UUID account, String name, String title, Optional<UUID> reportsTo, Principal by, String reason) {
        return database.inTransaction(handle -> {
            check(account, name, title, reportsTo, reason);
            UUID id = UuidCreator.getTimeOrderedEpoch();
            ObjectNode patch = Json.object()
                    .put("account", account.toString())
                    .put("name", name)
                    .put("title", title);
            reportsTo.ifPresent(above -> patch.put("reportsTo", above.toString()));
            long version = append(id, patch, by, reason);
            Stakeholder person = new Stakeholder(id, account, name, title, reportsTo, version);
            rows.add(handle, person);
            return person;
        });
    }

    private long append(UUID id, ObjectNode patch, Principal by, String reason) {
        EntityRef entity = new EntityRef(TYPE, id);
        Change change = new Change(entity, clock.instant().truncatedTo(ChronoUnit.MICROS), by.name(), reason, patch);
        return journal.append(List.of(change)).get(0).seq();
    }

    private void check(UUID account, String name, String title, Optional<UUID> reportsTo, String reason) {
        Faults faults = new Faults();
        if (account == null || accounts.find(account).isEmpty()) {
            faults.add("/account", "UNKNOWN_ACCOUNT", "there is no account %s", account);
        }
        faults.line("/name", name, LONGEST);
        faults.line("/title", title, LONGEST);
        faults.text("/reason", reason);
        reportsTo.ifPresent(above -> checkAbove(account, above, faults));
        faults.refuse(INVALID_STAKEHOLDER, "the stakeholder cannot be added");
    }

    private void checkAbove(UUID account, UUID above, Faults faults) {
        Optional<Stakeholder> person = find(above);
        if (person.isEmpty()) {
            faults.add("/reportsTo", "UNKNOWN_STAKEHOLDER", "there is no stakeholder %s", above);
        } else if (!person.get().account().equals(account)) {
            faults.add(
                    "/reportsTo",
                    "OTHER_ACCOUNT",
                    "%s is at another account",
                    person.get().name());
        }
    }
}
