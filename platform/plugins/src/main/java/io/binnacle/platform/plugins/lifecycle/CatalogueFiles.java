package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_NOT_IN_CATALOGUE;

import io.binnacle.platform.plugins.archive.Catalogue;
import io.binnacle.platform.plugins.archive.CatalogueIndex;
import io.binnacle.platform.plugins.archive.CatalogueIndex.Entry;
import io.binnacle.platform.plugins.archive.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gets plugins from the catalogue, if one is set. Any thread may call. */
public final class CatalogueFiles {

    /** What an administrator reads who asks for offers of no catalogue. */
    public static final String NONE_IS_SET =
            "no catalogue is set; set plugins.catalogue in conf/binnacle.json to its folder or https address";

    private final Optional<Catalogue> catalogue;
    private final Supplier<Surroundings> here;
    private final Supplier<Map<String, String>> installed;
    private final Path folder;

    /** @param installed the versions of plugins, by their ids */
    CatalogueFiles(
            Optional<Catalogue> catalogue,
            Supplier<Surroundings> here,
            Supplier<Map<String, String>> installed,
            Path folder) {
        this.catalogue = catalogue;
        this.here = here;
        this.installed = installed;
        this.folder = folder;
    }

    /** What there is; {@code words} narrow it down, blank ones do not. Empty when no catalogue is set. */
    public Optional<CatalogueOffers> offers(String words) {
        return catalogue.map(present -> CatalogueOffers.of(present.index(), words, here.get(), installed.get()));
    }

    /** The file of a plugin, in the version asked for or the newest that was made for this platform. */
    public Path fetch(String id, Optional<String> version) {
        Catalogue present = require();
        CatalogueIndex index = present.index();
        Surroundings surroundings = here.get();
        Entry entry = version.map(wanted -> index.versions(id)
                        .filter(one -> one.version().equals(wanted))
                        .findFirst())
                .orElseGet(() -> index.newest(id, surroundings))
                .orElseThrow(() -> PLUGIN_NOT_IN_CATALOGUE.because(
                        "the catalogue '%s' has no %s%s for Binnacle %s and its APIs; versions there: %s",
                        index.name(),
                        id,
                        version.map(wanted -> " " + wanted).orElse(""),
                        surroundings.platform(),
                        versions(index, id)));
        return present.fetch(entry, folder);
    }

    private Catalogue require() {
        return catalogue.orElseThrow(() -> PLUGIN_NOT_IN_CATALOGUE.because("%s, or send the file itself", NONE_IS_SET));
    }

    private static List<String> versions(CatalogueIndex index, String id) {
        return index.versions(id).map(Entry::version).toList();
    }
}
