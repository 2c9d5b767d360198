package io.binnacle.platform.plugins.archive;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Which packages belong to the platform, and which of them plugins may use. */
final class PlatformPackages {

    private static final Pattern API = Pattern.compile("io\\.binnacle\\.[a-z]+\\.api(\\.[a-z0-9.]+)?");
    private static final Pattern INSIDES = Pattern.compile("io\\.binnacle\\.(platform|[a-z]+\\.core)(\\..*)?");
    private static final List<String> SHARED = List.of(
            "com.fasterxml.jackson.annotation",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.databind",
            "org.slf4j");

    /** For component factories, by which a plugin offers as many services as it has data for. */
    private static final String COMPONENTS = "org.osgi.service.component";

    private static final List<String> ROUTES = List.of("io.binnacle.platform.api.http", "io.javalin");
    private static final List<String> TABLES = List.of("io.binnacle.platform.api.storage", "org.jdbi.v3");
    private static final List<String> FOUNDATION =
            List.of("java", "org.osgi", "org.apache.felix", "jakarta.servlet", "org.eclipse.jetty", "kotlin");

    private final Supplier<Set<String>> exported;

    /** @param exported the packages that the running platform exports */
    PlatformPackages(Supplier<Set<String>> exported) {
        this.exported = exported;
    }

    /** Whether a plugin with these permissions may import {@code name} from the platform. */
    boolean mayImport(String name, Set<Permission> permissions) {
        return isFree(name)
                || (isWithin(name, ROUTES) && permissions.contains(Permission.ROUTES))
                || (isWithin(name, TABLES) && permissions.contains(Permission.TABLES));
    }

    /** Which permission makes the import of {@code name} possible, if one does. */
    List<Permission> needed(String name) {
        if (isWithin(name, ROUTES)) {
            return List.of(Permission.ROUTES);
        }
        return isWithin(name, TABLES) ? List.of(Permission.TABLES) : List.of();
    }

    /** A class of such a package would be another class than the one everybody else means. */
    boolean mayNotContain(String name) {
        return name.equals("java")
                || name.startsWith("java.")
                || API.matcher(name).matches()
                || INSIDES.matcher(name).matches()
                || isWithin(name, SHARED)
                || isWithin(name, ROUTES)
                || isWithin(name, TABLES)
                || name.startsWith("org.osgi.framework")
                || name.startsWith("org.osgi.service");
    }

    boolean mayNotExport(String name) {
        return mayNotContain(name)
                || name.startsWith("javax.")
                || isWithin(name, FOUNDATION)
                || exported.get().contains(name);
    }

    private static boolean isFree(String name) {
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.equals(COMPONENTS)
                || isWithin(name, SHARED)
                || (API.matcher(name).matches() && !isWithin(name, ROUTES) && !isWithin(name, TABLES));
    }

    private static boolean isWithin(String name, List<String> roots) {
        return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }
}
