package io.binnacle.platform.storage.projection;

import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.storage.journal.Histories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Makes every row anew from the journal, beside the tables that serve reads, and then touches only the rows that
 * differ. Works in one transaction, in constant memory.
 */
final class Rebuild {

    private final Handle handle;
    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final Map<ProjectedTable, Shadow> shadows = new LinkedHashMap<>();
    private final Progress progress;
    private long entities;

    Rebuild(Database database, Handle handle, Collection<Projection> projections, Progress progress) {
        this.handle = handle;
        this.progress = progress;
        List<ProjectedTable> tables = new ArrayList<>();
        for (Projection projection : projections) {
            this.projections.put(projection.entityType(), projection);
            tables.addAll(projection.tables());
        }
        for (ProjectedTable table : new References(handle).parentsFirst(tables)) {
            shadows.put(table, new Shadow(database, handle, table, "rebuilt_" + shadows.size()));
        }
    }

    RebuildReport run(boolean repair) {
        Map<String, Long> types = Histories.types(handle);
        long total = types.values().stream().mapToLong(Long::longValue).sum();
        types.keySet().stream().filter(projections::containsKey).forEach(type -> project(type, total));
        shadows.values().forEach(Shadow::complete);
        progress.report(80, entities + " entities read; comparing");
        List<TableDrift> drift = shadows.values().stream().map(Shadow::compare).toList();
        if (repair) {
            repair(drift);
        }
        List<String> unprojected = types.keySet().stream()
                .filter(type -> !projections.containsKey(type))
                .toList();
        RebuildReport report = new RebuildReport(repair, entities, drift, unprojected);
        progress.report(100, entities + " entities read, " + report.drifted() + " tables differed");
        return report;
    }

    private void project(String type, long total) {
        Projection projection = projections.get(type);
        Histories.forEach(handle, type, history -> {
            project(projection, history);
            if (++entities % 1_000 == 0) {
                progress.report((int) (80 * entities / total), type + ": " + entities + " of " + total + " entities");
            }
        });
    }

    private void project(Projection projection, EntityHistory history) {
        projection.project(history, (table, values) -> shadows.get(table).add(values));
    }

    private void repair(List<TableDrift> drift) {
        List<Shadow> parentsFirst = new ArrayList<>(shadows.values());
        for (int i = 0; i < drift.size(); i++) {
            if (drift.get(i).missing() > 0) {
                parentsFirst.get(i).insertMissing();
            }
            if (drift.get(i).changed() > 0) {
                parentsFirst.get(i).updateChanged();
            }
        }
        for (int i = drift.size() - 1; i >= 0; i--) {
            if (drift.get(i).surplus() > 0) {
                parentsFirst.get(i).deleteSurplus();
            }
        }
    }
}
