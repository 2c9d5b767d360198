package io.binnacle.platform.plugins.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.plugins.archive.Trust;

/**
 * One plugin of a generation.
 *
 * @param digest under which its content lies in the store
 * @param enabled whether it runs; a disabled plugin stays installed
 * @param config what an administrator set; an empty object when nothing
 */
public record InstalledPlugin(
        String id, String version, String digest, boolean enabled, Trust trust, ObjectNode config) {

    public InstalledPlugin {
        config = config.deepCopy();
    }

    @Override
    public ObjectNode config() {
        return config.deepCopy();
    }

    /** The same plugin, running or not. */
    public InstalledPlugin withEnabled(boolean enabled) {
        return new InstalledPlugin(id, version, digest, enabled, trust, config);
    }

    /** The same plugin with other settings. */
    public InstalledPlugin withConfig(ObjectNode config) {
        return new InstalledPlugin(id, version, digest, enabled, trust, config);
    }
}
