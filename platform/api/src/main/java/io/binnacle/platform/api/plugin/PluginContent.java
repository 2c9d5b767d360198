package io.binnacle.platform.api.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The JSON files that an active plugin brought in its folder {@code content}. The platform registers one for each
 * such plugin, with the service properties {@code plugin.id}, {@code plugin.version} and {@code plugin.kind};
 * while a plugin is replaced there is one for each version, and the higher version counts.
 */
@ProviderType
public interface PluginContent {

    /** The id of the plugin. */
    String plugin();

    /** The version of the plugin. */
    String version();

    /** The files by their paths below {@code content/}, such as {@code pack.json}. */
    SortedMap<String, JsonNode> files();
}
