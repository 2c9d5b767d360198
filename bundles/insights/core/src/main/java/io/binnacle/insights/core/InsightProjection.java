package io.binnacle.insights.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of insights as it follows from the journal. That an insight was merely seen again is no event, so
 * when that was is known only since its last change.
 */
@Component
public final class InsightProjection implements Projection {

    private static final ProjectedTable INSIGHTS = new ProjectedTable(
            "insights.insight",
            List.of(
                    "id",
                    "fingerprint",
                    "rule",
                    "subject",
                    "severity",
                    "title",
                    "evidence",
                    "first_seen",
                    "last_seen",
                    "resolved_at",
                    "version"),
            List.of("id"),
            Set.of("last_seen"));

    @Activate
    public InsightProjection(@Reference(target = "(schema=insights)") SchemaReady ready) {
        // The tables are there.
    }

    @Override
    public String entityType() {
        return InsightStore.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(INSIGHTS);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        ObjectNode fields = history.latest().fields();
        rows.add(
                INSIGHTS,
                List.of(
                        history.entity().id(),
                        text(fields, "fingerprint"),
                        text(fields, "rule"),
                        text(fields, "subject"),
                        text(fields, "severity"),
                        text(fields, "title"),
                        Json.write(fields.required("evidence")),
                        text(fields, "firstSeen"),
                        history.events().get(history.events().size() - 1).validTime(),
                        Optional.ofNullable(fields.get("resolvedAt")).map(JsonNode::textValue),
                        history.latest().version()));
    }

    private static String text(ObjectNode fields, String name) {
        return fields.required(name).textValue();
    }
}
