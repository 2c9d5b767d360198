package io.binnacle.industry.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of trading events as it follows from the journal. */
@Component
public final class TradingEventProjection implements Projection {

    private static final ProjectedTable EVENTS = new ProjectedTable(
            "plugin_io_binnacle_industry_retail.trading_event",
            List.of("id", "account", "kind", "name", "first_day", "last_day", "version"),
            List.of("id"));

    @Activate
    public TradingEventProjection(
            @Reference(target = "(schema=plugin_io_binnacle_industry_retail)") SchemaReady ready) {
        // The table is there.
    }

    @Override
    public String entityType() {
        return TradingCalendar.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(EVENTS);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        ObjectNode fields = history.latest().fields();
        if (fields.path("removed").booleanValue()) {
            return;
        }
        rows.add(
                EVENTS,
                List.of(
                        history.entity().id(),
                        fields.required("account").textValue(),
                        fields.required("kind").textValue(),
                        fields.required("name").textValue(),
                        fields.required("firstDay").textValue(),
                        fields.required("lastDay").textValue(),
                        history.latest().version()));
    }
}
