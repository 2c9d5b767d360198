package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.archive.PluginManifest;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import io.binnacle.platform.plugins.store.ContentStore;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plugins as they lie in the store. */
final class StoredPlugins {

    private final ContentStore contents;

    StoredPlugins(ContentStore contents) {
        this.contents = contents;
    }

    StagedPlugin of(InstalledPlugin plugin) {
        Path folder = contents.folder(plugin.digest());
        try {
            PluginManifest manifest = PluginManifest.parse(Files.readAllBytes(folder.resolve(PluginManifest.FILE)));
            return new StagedPlugin(manifest, plugin.digest(), plugin.trust(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(plugin.id() + " cannot be read from " + folder, e);
        }
    }
}
