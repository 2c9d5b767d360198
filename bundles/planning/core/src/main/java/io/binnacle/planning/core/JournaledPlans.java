package io.binnacle.planning.core;

import static io.binnacle.planning.api.PlanError.INVALID_PLAN;
import static io.binnacle.planning.api.PlanError.PLAN_EXISTS;
import static io.binnacle.planning.api.PlanError.PLAN_NOT_FOUND;
import static io.binnacle.planning.api.PlanError.REVISION_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.planning.api.Plan;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanDiff;
import io.binnacle.planning.api.PlanRevision;
import io.binnacle.planning.api.Plans;
import io.binnacle.planning.api.Stakeholders;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans in the database, every revision of them also in the journal. */
@Component
public final class JournaledPlans implements Plans {

    private final Database database;
    private final Accounts accounts;
    private final LinkRules links;
    private final PlanRows rows = new PlanRows();
    private final Revisions revisions;

    @Activate
    public JournaledPlans(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference Accounts accounts,
            @Reference Opportunities opportunities,
            @Reference Stakeholders stakeholders,
            @Reference(target = "(schema=planning)") SchemaReady ready) {
        this.database = database;
        this.accounts = accounts;
        this.links = new LinkRules(accounts, opportunities, stakeholders);
        this.revisions = new Revisions(rows, journal, clock);
    }

    @Override
    public List<Plan> list(Optional<UUID> account) {
        return database.read(handle -> rows.list(handle, account));
    }

    @Override
    public Optional<Plan> find(UUID id) {
        return database.read(handle -> rows.find(handle, id));
    }

    @Override
    public Optional<Plan> find(UUID id, AsOf asOf) {
        return database.read(handle -> rows.find(handle, id).flatMap(plan -> at(handle, plan, asOf)));
    }

    @Override
    public Optional<PlanRevision> revision(UUID plan, long number) {
        return database.read(handle -> rows.revision(handle, plan, number));
    }

    @Override
    public List<PlanRevision> revisions(UUID plan) {
        return database.read(handle -> rows.revisions(handle, plan));
    }

    @Override
    public Plan create(UUID account, String horizon, PlanContent content, Principal by, String reason) {
        return database.inTransaction(handle -> {
            checkNew(account, horizon, content, reason);
            UUID id = UuidCreator.getTimeOrderedEpoch();
            if (!rows.begin(handle, id, account, horizon)) {
                throw PLAN_EXISTS.because(
                        "the account already has the plan %s for %s; save a revision of that one",
                        rows.find(handle, account, horizon).orElseThrow(), horizon);
            }
            return revisions.first(handle, id, account, horizon, CanonicalContent.of(content), by, reason);
        });
    }

    @Override
    public Plan save(UUID id, long expectedRevision, PlanContent content, Principal by, String reason) {
        return database.inTransaction(handle -> save(handle, id, expectedRevision, content, by, reason));
    }

    @Override
    public Plan restore(UUID id, long expectedRevision, long number, Principal by, String reason) {
        return database.inTransaction(handle -> {
            Plan plan = require(handle, id);
            PlanContent content = require(handle, plan, number).content();
            return save(handle, id, expectedRevision, content, by, reason);
        });
    }

    @Override
    public PlanDiff diff(UUID id, long from, long to) {
        return database.read(handle -> {
            Plan plan = require(handle, id);
            return new PlanDiff(
                    from,
                    to,
                    Differences.between(
                            CanonicalContent.of(require(handle, plan, from).content())
                                    .tree(),
                            CanonicalContent.of(require(handle, plan, to).content())
                                    .tree()));
        });
    }

    private Plan save(Handle handle, UUID id, long expectedRevision, PlanContent content, Principal by, String reason) {
        Plan plan = rows.lock(handle, id).orElseThrow(() -> unknown(id));
        if (plan.revision() != expectedRevision) {
            throw STALE_VERSION.because(
                    "the plan is at revision %d by now and you changed revision %d: read it again and redo your change",
                    plan.revision(), expectedRevision);
        }
        Faults faults = new Faults();
        checkContent(content, reason, faults);
        if (faults.none()
                && CanonicalContent.of(content).hash().equals(plan.latest().contentHash())) {
            return plan;
        }
        checkLinks(plan.account(), content, faults);
        faults.refuse(INVALID_PLAN, "the plan cannot be saved");
        return revisions.next(handle, plan, CanonicalContent.of(content), by, reason);
    }

    private void checkNew(UUID account, String horizon, PlanContent content, String reason) {
        Faults faults = new Faults();
        if (account == null || accounts.find(account).isEmpty()) {
            faults.add("/account", "UNKNOWN_ACCOUNT", "there is no account %s", account);
        }
        faults.line("/horizon", horizon, 40);
        checkContent(content, reason, faults);
        checkLinks(account, content, faults);
        faults.refuse(INVALID_PLAN, "the plan cannot be created");
    }

    private static void checkContent(PlanContent content, String reason, Faults faults) {
        faults.text("/reason", reason);
        if (content == null) {
            faults.add(ContentRules.CONTENT, "REQUIRED", "say what the plan says");
        } else {
            new ContentRules(faults).check(content);
        }
    }

    private void checkLinks(UUID account, PlanContent content, Faults faults) {
        if (account != null && content != null) {
            links.check(account, content, faults);
        }
    }

    private Optional<Plan> at(Handle handle, Plan plan, AsOf asOf) {
        return rows.revisions(handle, plan.id()).stream()
                .filter(revision -> !revision.savedAt().isAfter(asOf.validAt())
                        && !revision.savedAt().isAfter(asOf.knownAt()))
                .reduce((earlier, later) -> later)
                .map(latest -> new Plan(plan.id(), plan.account(), plan.horizon(), latest.number(), latest));
    }

    private Plan require(Handle handle, UUID id) {
        return rows.find(handle, id).orElseThrow(() -> unknown(id));
    }

    private PlanRevision require(Handle handle, Plan plan, long number) {
        return rows.revision(handle, plan.id(), number)
                .orElseThrow(() -> REVISION_NOT_FOUND.because(
                        "the plan has revisions 1 to %d, and %d is none of them", plan.revision(), number));
    }

    private static RuntimeException unknown(UUID id) {
        return PLAN_NOT_FOUND.because("there is no plan %s", id);
    }
}
