package io.binnacle.pipeline.core.team;

import static io.binnacle.pipeline.api.PipelineError.ASSIGNMENT_NOT_FOUND;
import static io.binnacle.pipeline.api.PipelineError.ASSIGNMENT_OVERLAPS;
import static io.binnacle.pipeline.api.PipelineError.INVALID_ASSIGNMENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.api.Teams;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Assignments in a table, with all that was known of them in the journal. */
@Component
public final class StoredTeams implements Teams {

    private static final Comparator<Assignment> ORDER = Comparator.comparing(Assignment::from)
            .thenComparing(Assignment::member)
            .thenComparing(Assignment::id);

    private final Database database;
    private final Clock clock;
    private final Ledger<Assignment> ledger;

    @Activate
    public StoredTeams(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock);
    }

    public StoredTeams(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.ledger = new Ledger<>(database, journal, Entities.ASSIGNMENT, Assignment.class, TimeTables.ASSIGNMENTS);
    }

    // An assignment says itself when it holds, so of the two times only the known one restricts.
    @Override
    public List<Assignment> team(Assignment.Scope scope, UUID subject, Optional<LocalDate> on, Instant knownAt) {
        List<Assignment> all = database.read(handle -> {
            AssignmentRules.requireSubject(handle, scope, subject);
            return ledger.all(handle, new AsOf(Instant.MAX, knownAt));
        });
        return all.stream()
                .filter(assignment ->
                        assignment.scope() == scope && assignment.subject().equals(subject))
                .filter(assignment -> on.isEmpty() || assignment.holdsOn(on.get()))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Assigned assign(Assignment wanted, Principal by, String reason) {
        return database.inTransaction(handle -> {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            List<Assignment> others = admit(handle, id, wanted);
            String cause = reason.isBlank() ? "assigned" : reason;
            Assignment added = ledger.add(handle, id, wanted, clock.instant(), by, cause);
            return new Assigned(added, Workload.warnings(added, others));
        });
    }

    @Override
    public Assigned change(Assignment wanted, Principal by, String reason) {
        return database.inTransaction(handle -> {
            Assignment held = ledger.lock(handle, wanted.id())
                    .filter(found ->
                            found.scope() == wanted.scope() && found.subject().equals(wanted.subject()))
                    .orElseThrow(() -> ASSIGNMENT_NOT_FOUND.because("there is no assignment %s here", wanted.id()));
            Ledger.same("assignment", held.id(), wanted.version(), held.version());
            refuseOther(held, wanted);
            List<Assignment> others = admit(handle, held.id(), wanted);
            ObjectNode patch = Fields.patch(Fields.of(held), Fields.of(wanted));
            String cause = reason.isBlank() ? "changed" : reason;
            Assignment changed =
                    patch.isEmpty() ? held : ledger.patch(handle, held.id(), patch, clock.instant(), by, cause);
            return new Assigned(changed, Workload.warnings(changed, others));
        });
    }

    /** Checks an assignment and answers all others of the same one. */
    private List<Assignment> admit(Handle handle, UUID id, Assignment wanted) {
        AssignmentRules.check(handle, wanted);
        handle.execute("lock table pipeline.assignment in share row exclusive mode");
        List<Assignment> others = TimeTables.ASSIGNMENTS.all(handle, "t.id").stream()
                .filter(other ->
                        other.member().equals(wanted.member()) && !other.id().equals(id))
                .toList();
        others.stream()
                .filter(other ->
                        other.subject().equals(wanted.subject()) && other.role().equals(wanted.role()))
                .filter(wanted::overlaps)
                .findFirst()
                .ifPresent(other -> {
                    throw ASSIGNMENT_OVERLAPS
                            .because(
                                    "%s already is %s here from %s to %s; end that assignment first or begin after it",
                                    wanted.member(),
                                    other.role(),
                                    other.from(),
                                    other.to().map(LocalDate::toString).orElse("an open end"))
                            .at("/from");
                });
        return others;
    }

    private static void refuseOther(Assignment held, Assignment wanted) {
        if (!held.member().equals(wanted.member())) {
            throw INVALID_ASSIGNMENT
                    .because("an assignment stays with whom it was given to; end it and assign the other one")
                    .at(List.of(new FieldError("/user", "READ_ONLY", "cannot be changed")));
        }
    }
}
