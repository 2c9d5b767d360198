package io.binnacle.platform.storage.projection;

import java.util.List;

/**
 * What a rebuild found.
 *
 * @param repaired whether the differences are mended now
 * @param entities how many entities were read
 * @param tables every table that is made from the journal
 * @param unprojected entity types in the journal for which nothing makes rows here: their plugin is missing
 */
public record RebuildReport(boolean repaired, long entities, List<TableDrift> tables, List<String> unprojected) {

    public RebuildReport {
        tables = List.copyOf(tables);
        unprojected = List.copyOf(unprojected);
    }

    /** How many tables differed. */
    long drifted() {
        return tables.stream().filter(TableDrift::any).count();
    }
}
