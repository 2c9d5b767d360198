package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of consumption as they follow from the journal. */
@Component
public final class UsageProjection implements Projection {

    private static final ProjectedTable SERIES =
            new ProjectedTable("forecasting.usage_series", List.of("id", "account", "service"), List.of("id"));

    private static final ProjectedTable POINTS = new ProjectedTable(
            "forecasting.usage_point",
            List.of("series", "month", "amount", "currency", "status", "version"),
            List.of("series", "month"));

    @Activate
    public UsageProjection(@Reference(target = "(schema=forecasting)") SchemaReady ready) {
        // The tables are there.
    }

    @Override
    public String entityType() {
        return UsageJournal.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(SERIES, POINTS);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        UUID series = history.entity().id();
        List<ConsumptionPoint> points = UsageJournal.points(history.latest());
        ConsumptionPoint any = points.get(0);
        rows.add(SERIES, List.of(series, any.account(), any.service()));
        Map<YearMonth, Long> versions = versions(history);
        for (ConsumptionPoint point : points) {
            rows.add(
                    POINTS,
                    List.of(
                            series,
                            point.month().atDay(1),
                            point.amount().amount(),
                            point.amount().currency(),
                            point.status(),
                            versions.get(point.month())));
        }
    }

    private static Map<YearMonth, Long> versions(EntityHistory history) {
        Map<YearMonth, Long> versions = new HashMap<>();
        for (Event event : history.events()) {
            event.patch()
                    .required("months")
                    .fieldNames()
                    .forEachRemaining(month -> versions.put(YearMonth.parse(month), event.seq()));
        }
        return versions;
    }
}
