package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.archive.StagedPlugin;
import java.util.List;
import org.osgi.framework.Bundle;

/** A version of a plugin whose bundles are in the framework. */
record RunningPlugin(StagedPlugin plugin, List<Bundle> bundles, HealthWatch health, ThreadCensus census) {

    String id() {
        return plugin.manifest().id();
    }

    String label() {
        return plugin.manifest().id() + " " + plugin.manifest().version();
    }
}
