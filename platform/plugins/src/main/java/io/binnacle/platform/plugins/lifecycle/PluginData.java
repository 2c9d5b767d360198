package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.storage.Schemas;
import io.binnacle.platform.plugins.archive.Permission;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What plugins keep in the database. */
final class PluginData {

    private final Supplier<Optional<Schemas>> schemas;

    PluginData(Supplier<Optional<Schemas>> schemas) {
        this.schemas = schemas;
    }

    /** Whether there are no tables of the plugin. */
    boolean isEmpty(StagedPlugin plugin) {
        return !plugin.manifest().asksFor(Permission.TABLES)
                || schemas.get()
                        .map(database -> database.tables(plugin.manifest().schema()))
                        .filter(List::isEmpty)
                        .isPresent();
    }

    /** Drops the plugin's tables with all that is in them. */
    void purge(StagedPlugin plugin) {
        if (plugin.manifest().asksFor(Permission.TABLES)) {
            schemas.get().ifPresent(database -> database.drop(plugin.manifest().schema()));
        }
    }
}
