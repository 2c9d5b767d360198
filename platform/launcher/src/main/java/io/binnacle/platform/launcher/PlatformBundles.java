package io.binnacle.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Keeps the framework's bundles equal to the jars of the distribution. */
final class PlatformBundles {

    private static final String REFERENCE = "reference:";

    private final BundleContext context;
    private final Layout layout;
    private final String ours;

    PlatformBundles(BundleContext context, Layout layout) {
        this.context = context;
        this.layout = layout;
        this.ours = REFERENCE + layout.home().toUri();
    }

    /** Whether a bundle came with the distribution, and not as a plugin. */
    boolean isOurs(Bundle bundle) {
        return bundle.getBundleId() == 0 || bundle.getLocation().startsWith(ours);
    }

    /** Installs new jars, updates changed ones, uninstalls those that are gone, and marks all for starting,
     * those too that somebody stopped while the platform ran. */
    void install() throws BundleException, IOException {
        Map<String, Jar> jars = jars();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(ours) && !jars.containsKey(bundle.getLocation())) {
                bundle.uninstall();
            }
        }
        List<Bundle> all = new ArrayList<>();
        for (Map.Entry<String, Jar> jar : jars.entrySet()) {
            Bundle bundle = context.getBundle(jar.getKey());
            if (bundle == null) {
                bundle = context.installBundle(jar.getKey());
            } else if (bundle.getLastModified() < jar.getValue().modified()) {
                bundle.update();
            }
            bundle.adapt(BundleStartLevel.class).setStartLevel(jar.getValue().startLevel());
            all.add(bundle);
        }
        for (Bundle bundle : all) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }

    private Map<String, Jar> jars() throws IOException {
        Map<String, Jar> jars = new TreeMap<>();
        for (String folder : layout.bundleFolders()) {
            for (Path level : list(layout.home().resolve(folder))) {
                int startLevel = Integer.parseInt(level.getFileName().toString());
                for (Path jar : layout.uses(startLevel) ? list(level) : List.<Path>of()) {
                    long modified = Files.getLastModifiedTime(jar).toMillis();
                    jars.put(REFERENCE + jar.toUri(), new Jar(startLevel, modified));
                }
            }
        }
        return jars;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private record Jar(int startLevel, long modified) {}
}
