package io.binnacle.platform.api.storage;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks into the schemas of plugins and removes them, with the rights of their owner; for whoever manages
 * plugins. A plugin's schema has a name like {@code plugin_acme_energy}; that of a part of the platform is out
 * of reach. Any thread may call.
 */
@ProviderType
public interface Schemas {

    /** What every name of a plugin's schema begins with. */
    String PLUGIN_PREFIX = "plugin_";

    /**
     * The tables and views in {@code schema}, sorted, without the history of its migrations; empty when there
     * is no such schema.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when it is no plugin's schema
     */
    List<String> tables(String schema);

    /**
     * What keeps {@code schema} from being ready for the bundle that has it, in one sentence; empty when nothing
     * does, or when no active bundle has it.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when it is no plugin's schema
     */
    Optional<String> missing(String schema);

    /**
     * Deletes {@code schema} with all its data, for good; nothing happens when there is no such schema. The
     * plugin must be stopped, in all its versions.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when it is no plugin's schema;
     *     CONFLICT when an active bundle uses it or objects outside depend on it; then all of it is still there
     */
    void drop(String schema);
}
