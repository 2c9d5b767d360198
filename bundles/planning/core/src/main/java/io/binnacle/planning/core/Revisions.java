package io.binnacle.planning.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.planning.api.Plan;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanRevision;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Adds revisions, to the table and to the journal. */
final class Revisions {

    static final String TYPE = "plan";

    private final PlanRows rows;
    private final Journal journal;
    private final Clock clock;

    Revisions(PlanRows rows, Journal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    Plan first(
            Handle handle,
            UUID id,
            UUID account,
            String horizon,
            CanonicalContent content,
            Principal by,
            String reason) {
        PlanRevision revision = revision(id, 1, Optional.empty(), content, by, reason);
        ObjectNode patch = Json.object().put("account", account.toString()).put("horizon", horizon);
        add(handle, revision, content.text(), patch.setAll(patch(revision, content.tree())));
        return new Plan(id, account, horizon, 1, revision);
    }

    Plan next(Handle handle, Plan plan, CanonicalContent content, Principal by, String reason) {
        PlanRevision before = plan.latest();
        PlanRevision revision =
                revision(plan.id(), before.number() + 1, Optional.of(before.contentHash()), content, by, reason);
        ObjectNode fields = content.tree();
        // A merge patch keeps what it does not name.
        CanonicalContent.of(before.content()).tree().fieldNames().forEachRemaining(name -> {
            if (!fields.has(name)) {
                fields.putNull(name);
            }
        });
        add(handle, revision, content.text(), patch(revision, fields));
        return new Plan(plan.id(), plan.account(), plan.horizon(), revision.number(), revision);
    }

    private PlanRevision revision(
            UUID plan,
            long number,
            Optional<String> parentHash,
            CanonicalContent content,
            Principal by,
            String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PlanContent saved = Json.read(content.text(), PlanContent.class);
        return new PlanRevision(plan, number, parentHash, content.hash(), by.name(), reason, now, saved);
    }

    private static ObjectNode patch(PlanRevision revision, ObjectNode content) {
        return Json.object()
                .put("revision", revision.number())
                .put("contentHash", revision.contentHash())
                .set("content", content);
    }

    private void add(Handle handle, PlanRevision revision, String content, ObjectNode patch) {
        EntityRef entity = new EntityRef(TYPE, revision.plan());
        Change change = new Change(entity, revision.savedAt(), revision.author(), revision.reason(), patch);
        long version = journal.append(List.of(change)).get(0).seq();
        rows.add(handle, revision, content, version);
    }
}
