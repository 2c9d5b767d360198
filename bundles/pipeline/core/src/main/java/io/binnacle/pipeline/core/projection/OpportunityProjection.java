package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.core.history.StandingFold;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.ExternalRefs;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.OpportunityRow;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities, and where each of them stood. */
@Component
public final class OpportunityProjection implements Projection {

    @Activate
    public OpportunityProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        // The tables are there.
    }

    @Override
    public String entityType() {
        return Entities.OPPORTUNITY;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(OpportunityTable.ROWS.projected(), Standings.PROJECTED, ExternalRefs.PROJECTED);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        Opportunity deal = Fields.read(history.latest(), Opportunity.class);
        OpportunityTable.ROWS.project(
                new OpportunityRow(deal, last(history, Event::validTime), last(history, Event::recordedTime)), rows);
        Standings.project(StandingFold.of(history.events(), 1), rows);
        ExternalRefs.project(history.entity(), deal.externalRefs(), rows);
    }

    private static Instant last(EntityHistory history, Function<Event, Instant> time) {
        return history.events().stream()
                .map(time)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
