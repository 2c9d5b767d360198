package io.binnacle.platform.plugins.lifecycle;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Finds the plugins that use another one: its packages or its services. */
final class Dependents {

    private final PluginBoard board;

    Dependents(PluginBoard board) {
        this.board = board;
    }

    /** All that would not work without {@code plugin}, those included that need it through others. */
    Set<String> of(String plugin) {
        Set<String> found = new TreeSet<>();
        collect(plugin, found);
        found.remove(plugin);
        return found;
    }

    private void collect(String plugin, Set<String> found) {
        List<Bundle> own = board.running(plugin).map(RunningPlugin::bundles).orElse(List.of());
        for (RunningPlugin other : board.running()) {
            if (!other.id().equals(plugin) && uses(other, new HashSet<>(own)) && found.add(other.id())) {
                collect(other.id(), found);
            }
        }
    }

    private static boolean uses(RunningPlugin other, Set<Bundle> providers) {
        return other.bundles().stream()
                .flatMap(bundle -> Stream.concat(classesFrom(bundle), servicesFrom(bundle)))
                .anyMatch(providers::contains);
    }

    private static Stream<Bundle> classesFrom(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null
                ? Stream.empty()
                : wiring.getRequiredWires(null).stream()
                        .map(wire -> wire.getProvider().getBundle());
    }

    private static Stream<Bundle> servicesFrom(Bundle bundle) {
        var used = bundle.getServicesInUse();
        return used == null
                ? Stream.empty()
                : Arrays.stream(used).map(reference -> reference.getBundle()).filter(owner -> owner != null);
    }
}
