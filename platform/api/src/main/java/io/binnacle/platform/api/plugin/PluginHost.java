package io.binnacle.platform.api.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a plugin needs from the machine, owned by the platform so that it can be taken back. A plugin starts no
 * thread, timer or HTTP client of its own: each of them would keep its code in memory after it was removed.
 *
 * <p>Get it by {@code @Reference PluginHost host}; every plugin gets its own. Any thread may call. It lives
 * from the start of the plugin to its stop, after which {@link #executor} refuses work and {@link #http} sends
 * nothing; another version of the plugin has another host, even while both run.
 */
@ProviderType
public interface PluginHost {

    /** The id of the plugin, as in its {@code plugin.json}. */
    String plugin();

    /**
     * Runs tasks and timers on threads of the platform that this plugin alone uses. When the plugin stops,
     * tasks that wait are dropped and tasks that run are interrupted, so a long one must heed interruption.
     * The plugin cannot shut it down.
     */
    ScheduledExecutorService executor();

    /**
     * Sends HTTP requests out of the platform.
     *
     * @throws io.binnacle.platform.api.error.PlatformException when the {@code permissions} in the plugin's
     *     {@code plugin.json} do not include {@code outbound-http}
     */
    HttpClient http();

    /**
     * What an administrator has set for the plugin, as a copy; an empty object when nothing. It keeps to the
     * {@code config} schema in {@code plugin.json}. A change starts the plugin anew, so it never changes
     * under one that runs.
     */
    ObjectNode config();

    /** The plugin's own log, which an administrator reads at {@code /api/v1/plugins/{id}/log}. */
    System.Logger log();
}
