package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.util.Optional;
import java.util.function.Supplier;

/** What plugins keep in the database. */
final class PluginData {

    private final Supplier<Optional<Database>> database;

    PluginData(Supplier<Optional<Database>> database) {
        this.database = database;
    }

    /** Drops the plugin's schema with all that is in it. */
    void purge(StagedPlugin plugin) {
        String schema = plugin.manifest().schema();
        database.get()
                .ifPresent(present -> present.useTransaction(handle -> {
                    // Tables belong to the owner of the database; the role that the platform works in may not drop
                    // them.
                    handle.execute("set local role none");
                    handle.execute("drop schema if exists \"" + schema + "\" cascade");
                }));
    }
}
