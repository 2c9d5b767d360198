package io.binnacle.planning.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of stakeholders as it follows from the journal. */
@Component
public final class StakeholderProjection implements Projection {

    private static final ProjectedTable STAKEHOLDERS = new ProjectedTable(
            "planning.stakeholder", List.of("id", "account", "name", "title", "reports_to", "version"), List.of("id"));

    @Activate
    public StakeholderProjection(@Reference(target = "(schema=planning)") SchemaReady ready) {
        // The tables are there.
    }

    @Override
    public String entityType() {
        return JournaledStakeholders.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(STAKEHOLDERS);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        ObjectNode fields = history.latest().fields();
        rows.add(
                STAKEHOLDERS,
                List.of(
                        history.entity().id(),
                        fields.required("account").textValue(),
                        fields.required("name").textValue(),
                        fields.required("title").textValue(),
                        Optional.ofNullable(fields.get("reportsTo")).map(JsonNode::textValue),
                        history.latest().version()));
    }
}
