package io.binnacle.platform.plugins.archive;

import java.io.IOException;

/** The two forms in which a plugin comes. */
interface PluginFiles {

    PluginManifest manifest();

    /** Who answers for it; refuses when nobody does. */
    Trust trust();

    /** Writes {@code plugin.json} and every file that it lists. */
    void unpack(StagingFolder folder) throws IOException;
}
