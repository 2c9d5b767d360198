package io.binnacle.platform.plugins.archive;

import io.binnacle.platform.plugins.archive.PluginManifest.ListedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * Whether a plugin can work with the platform that runs: by the versions it names, and by every class, method and
 * field of our APIs that its classes refer to. So what would fail in the middle of a call is known before.
 */
public final class Compatibility {

    private final Version platform;

    /** @param platform the version of the running platform */
    public Compatibility(Version platform) {
        this.platform = platform;
    }

    /**
     * A sentence for each thing that does not fit; none when all does.
     *
     * @param exported the packages that the platform exports
     */
    public List<String> problems(StagedPlugin plugin, Map<String, Version> exported, ClassLookup classes) {
        List<String> problems = new ArrayList<>();
        VersionRange wanted = plugin.manifest().platform();
        if (!wanted.includes(platform)) {
            problems.add("it was made for Binnacle " + readable(wanted) + "; this is " + platform);
        }
        Map<String, VersionRange> ranges = new TreeMap<>();
        LinkCheck links = new LinkCheck(exported, classes);
        for (ListedFile listed : plugin.manifest().bundles()) {
            try (JarFile jar =
                    new JarFile(plugin.folder().resolve(listed.path()).toFile(), false)) {
                ranges.putAll(imports(jar));
                check(jar, links);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        ranges.putAll(plugin.manifest().spi());
        ranges.forEach((name, range) -> check(name, range, exported, problems));
        problems.addAll(links.problems());
        return problems;
    }

    private static void check(String name, VersionRange range, Map<String, Version> exported, List<String> problems) {
        Version here = exported.get(name);
        if (here == null) {
            problems.add("it needs " + name + " " + readable(range) + ", which nothing here offers");
        } else if (!range.includes(here)) {
            problems.add("it needs " + name + " " + readable(range) + "; here is " + here);
        }
    }

    private static Map<String, VersionRange> imports(JarFile jar) throws IOException {
        Map<String, VersionRange> imports = new TreeMap<>();
        for (HeaderClause clause :
                HeaderClause.parse(jar.getManifest().getMainAttributes().getValue("Import-Package"))) {
            VersionRange range = new VersionRange(clause.parameter("version").orElse("0"));
            clause.paths().stream().filter(LinkCheck::isApi).forEach(name -> imports.put(name, range));
        }
        return imports;
    }

    private static void check(JarFile jar, LinkCheck links) throws IOException {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            // Classes for other versions of Java may refer to what this one does not have.
            if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    links.check(entry.getName(), in);
                }
            }
        }
    }

    private static String readable(VersionRange range) {
        return range.getRight() == null
                ? "from " + range.getLeft()
                : (range.getLeftType() == VersionRange.LEFT_CLOSED ? "from " : "after ")
                        + range.getLeft()
                        + (range.getRightType() == VersionRange.RIGHT_CLOSED ? " to " : " to before ")
                        + range.getRight();
    }
}
