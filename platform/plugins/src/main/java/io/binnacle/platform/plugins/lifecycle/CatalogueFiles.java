package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_NOT_IN_CATALOGUE;

import io.binnacle.platform.plugins.archive.Catalogue;
import io.binnacle.platform.plugins.archive.CatalogueIndex;
import io.binnacle.platform.plugins.archive.CatalogueIndex.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** Gets plugins from the catalogue, if one is set. */
public final class CatalogueFiles {

    private final Optional<Catalogue> catalogue;
    private final Version platform;
    private final Path folder;

    CatalogueFiles(Optional<Catalogue> catalogue, Version platform, Path folder) {
        this.catalogue = catalogue;
        this.platform = platform;
        this.folder = folder;
    }

    /** The file of a plugin, in the version asked for or the newest that was made for this platform. */
    public Path fetch(String id, Optional<String> version) {
        Catalogue present = catalogue.orElseThrow(() -> PLUGIN_NOT_IN_CATALOGUE.because(
                "no catalogue is set; set plugins.catalogue in conf/binnacle.json, or send the file itself"));
        CatalogueIndex index = present.index();
        Entry entry = version.map(wanted -> index.versions(id)
                        .filter(one -> one.version().equals(wanted))
                        .findFirst())
                .orElseGet(() -> index.newest(id, platform))
                .orElseThrow(() -> PLUGIN_NOT_IN_CATALOGUE.because(
                        "the catalogue %s has no %s%s for Binnacle %s; versions there: %s",
                        index.name(),
                        id,
                        version.map(wanted -> " " + wanted).orElse(""),
                        platform,
                        versions(index, id)));
        return present.fetch(entry, folder);
    }

    private static List<String> versions(CatalogueIndex index, String id) {
        return index.versions(id).map(Entry::version).toList();
    }
}
