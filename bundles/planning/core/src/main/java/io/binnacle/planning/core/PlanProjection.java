package io.binnacle.planning.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of plans and their revisions as they follow from the journal: each event is a revision. */
@Component
public final class PlanProjection implements Projection {

    private static final ProjectedTable PLANS = new ProjectedTable(
            "planning.plan", List.of("id", "account", "horizon", "revision", "version"), List.of("id"));

    private static final ProjectedTable REVISIONS = new ProjectedTable(
            "planning.plan_revision",
            List.of("plan", "number", "parent_hash", "content_hash", "author", "reason", "saved_at", "content"),
            List.of("plan", "number"));

    @Activate
    public PlanProjection(@Reference(target = "(schema=planning)") SchemaReady ready) {
        // The tables are there.
    }

    @Override
    public String entityType() {
        return Revisions.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(PLANS, REVISIONS);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        UUID plan = history.entity().id();
        ObjectNode fields = history.latest().fields();
        rows.add(
                PLANS,
                List.of(
                        plan,
                        fields.required("account").textValue(),
                        fields.required("horizon").textValue(),
                        fields.required("revision").longValue(),
                        history.latest().version()));
        Optional<String> parentHash = Optional.empty();
        for (Event event : history.events()) {
            String contentHash = event.patch().required("contentHash").textValue();
            rows.add(
                    REVISIONS,
                    List.of(
                            plan,
                            event.patch().required("revision").longValue(),
                            parentHash,
                            contentHash,
                            event.actor(),
                            event.cause(),
                            event.validTime(),
                            content(event)));
            parentHash = Optional.of(contentHash);
        }
    }

    /** A revision says all that a plan says; its nulls only clear what the revision before had. */
    private static String content(Event event) {
        ObjectNode content = event.patch().required("content").deepCopy();
        content.properties().removeIf(field -> field.getValue().isNull());
        return Json.write(content);
    }
}
