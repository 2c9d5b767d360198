package io.binnacle.insights.core;

import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.Insight;
import io.binnacle.insights.core.Step.Kind;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The insights that are known, in the database and in the journal. */
final class InsightStore {

    static final String TYPE = "insight";

    private static final String ACTOR = Principal.system("insights").name();

    private final Database database;
    private final Journal journal;
    private final InsightRows rows = new InsightRows();

    InsightStore(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    Page<Insight> open(Optional<String> rule, Paging paging) {
        Optional<Place> after = paging.cursor().map(Place::parse);
        List<Insight> found = database.read(handle -> rows.page(handle, rule, after, paging.limit() + 1));
        if (found.size() <= paging.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<Insight> page = found.subList(0, paging.limit());
        return new Page<>(page, Optional.of(Place.of(page.get(page.size() - 1)).toString()));
    }

    int countOpen() {
        return database.read(rows::countOpen);
    }

    List<String> rulesWithOpen() {
        return database.read(rows::rulesWithOpen);
    }

    /** Makes the findings of a rule what is known of it. */
    Changed replace(String rule, List<Finding> findings, Instant now) {
        return database.inTransaction(handle -> {
            List<Insight> known = known(handle, rule, findings);
            Changed changed = write(handle, new Reconciliation(rule, now).steps(known, findings), now);
            rows.seen(handle, rule, now);
            return changed;
        });
    }

    /** Resolves whatever is open of a rule that is no longer there. */
    Changed resolveAll(String rule, Instant now) {
        Reconciliation reconciliation = new Reconciliation(rule, now);
        return database.inTransaction(handle -> {
            List<Step> steps = rows.open(handle, rule).stream()
                    .map(insight -> reconciliation.resolve(insight, "rule removed"))
                    .toList();
            return write(handle, steps, now);
        });
    }

    /** The open insights of the rule, and those resolved ones that are found again. */
    private List<Insight> known(Handle handle, String rule, List<Finding> findings) {
        List<Insight> known = new ArrayList<>(rows.open(handle, rule));
        Set<String> open = known.stream().map(Insight::subject).collect(Collectors.toSet());
        List<String> others = findings.stream()
                .filter(finding -> !open.contains(finding.subject()))
                .map(finding -> Fingerprint.of(rule, finding.subject()))
                .toList();
        if (!others.isEmpty()) {
            known.addAll(rows.resolved(handle, others));
        }
        return known;
    }

    private Changed write(Handle handle, List<Step> steps, Instant now) {
        if (!steps.isEmpty()) {
            List<Change> changes = steps.stream().map(step -> change(step, now)).toList();
            List<Long> versions =
                    journal.append(changes).stream().map(Appended::seq).toList();
            rows.write(handle, steps.stream().map(Step::insight).toList(), versions);
        }
        return new Changed(count(steps, Kind.OPEN) + count(steps, Kind.REOPEN), count(steps, Kind.RESOLVE));
    }

    private static Change change(Step step, Instant now) {
        return new Change(new EntityRef(TYPE, step.insight().id()), now, ACTOR, step.cause(), step.patch());
    }

    private static int count(List<Step> steps, Kind kind) {
        return (int) steps.stream().filter(step -> step.kind() == kind).count();
    }

    /** How many insights came and went. */
    record Changed(int opened, int resolved) {

        static final Changed NOTHING = new Changed(0, 0);

        Changed plus(Changed other) {
            return new Changed(opened + other.opened, resolved + other.resolved);
        }
    }
}
