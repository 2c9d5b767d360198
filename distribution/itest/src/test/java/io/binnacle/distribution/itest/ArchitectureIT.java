package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.testkit.Distribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are the architecture, so they are what is tested. */
class ArchitectureIT {

    private static final String OWN = "io.binnacle.";
    private static final Pattern PACKAGE = Pattern.compile("(?:^|,)([a-z][\\w.]*)");
    private static final Pattern USES = Pattern.compile(";uses:=\"[^\"]*\"");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** Whose job is the web server itself; everybody else may only declare routes. */
    private static final List<String> SEES_THE_SERVER = List.of("io.binnacle.platform.gateway");

    private static final List<String> ROUTE_PACKAGES = List.of(
            "io.javalin.http", "io.javalin.http.sse", "io.javalin.router", "io.javalin.security", "io.javalin.config");

    static Stream<Path> ownBundles() {
        return Stream.of("bundles", "demo")
                .flatMap(folder -> Distribution.underTest().jars(folder).stream())
                .filter(jar -> jar.getFileName().toString().startsWith(OWN))
                .filter(jar -> !jar.getFileName().toString().contains(".runtime."));
    }

    @ParameterizedTest
    @MethodSource("ownBundles")
    void bundles_meet_only_through_apis(Path jar) throws IOException {
        assertThat(packages(manifest(jar).getValue("Import-Package")))
                .filteredOn(imported -> imported.startsWith(OWN))
                .as("own packages that %s imports", jar.getFileName())
                .allMatch(ArchitectureIT::isApi);
    }

    @ParameterizedTest
    @MethodSource("ownBundles")
    void an_api_exports_all_it_has_with_a_version_and_nothing_else_exports(Path jar) throws IOException {
        Attributes manifest = manifest(jar);
        List<String> exported = packages(manifest.getValue("Export-Package"));
        if (!manifest.getValue("Bundle-SymbolicName").endsWith(".api")) {
            assertThat(exported).as("exports of %s", jar.getFileName()).isEmpty();
            return;
        }
        assertThat(exported).containsExactlyInAnyOrderElementsOf(classPackages(jar));
        assertThat(USES.matcher(manifest.getValue("Export-Package"))
                        .replaceAll("")
                        .split(","))
                .as("a package without a version of its own gets the bundle's")
                .allMatch(clause -> clause.contains(";version=\""));
    }

    @ParameterizedTest
    @MethodSource("ownBundles")
    void the_name_says_where_the_code_is(Path jar) throws IOException {
        String name = manifest(jar).getValue("Bundle-SymbolicName");

        assertThat(classPackages(jar))
                .filteredOn(name1 -> name1.startsWith(OWN))
                .as("packages in %s", name)
                .allMatch(found -> found.equals(name) || found.startsWith(name + ".") || isPrivateLibrary(name, found));
    }

    @ParameterizedTest
    @MethodSource("ownBundles")
    void only_the_gateway_sees_the_web_server(Path jar) throws IOException {
        if (SEES_THE_SERVER.contains(manifest(jar).getValue("Bundle-SymbolicName"))) {
            return;
        }
        assertThat(packages(manifest(jar).getValue("Import-Package")))
                .filteredOn(imported -> imported.startsWith("io.javalin")
                        || imported.startsWith("org.eclipse.jetty")
                        || imported.startsWith("jakarta.servlet"))
                .as("what %s sees of the web server", jar.getFileName())
                .isSubsetOf(ROUTE_PACKAGES);
    }

    @ParameterizedTest
    @MethodSource("ownBundles")
    void domains_do_not_know_the_platforms_insides(Path jar) throws IOException {
        Attributes manifest = manifest(jar);

        assertThat(manifest.getValue("Require-Bundle")).isNull();
        assertThat(manifest.getValue("DynamicImport-Package")).isNull();
        assertThat(manifest.getValue("Fragment-Host")).isNull();
        assertThat(manifest.getValue("Bundle-Activator")).isNull();
    }

    @ParameterizedTest
    @MethodSource("ownBundles")
    void an_api_does_not_depend_on_another_domain_against_the_arrows(Path jar) throws IOException {
        Map<String, List<String>> mayUse = Map.of(
                "io.binnacle.platform.api", List.of("platform"),
                "io.binnacle.pipeline.api", List.of("platform", "pipeline"),
                "io.binnacle.forecasting.api", List.of("platform", "forecasting", "pipeline"),
                "io.binnacle.planning.api", List.of("platform", "planning", "pipeline"),
                "io.binnacle.insights.api", List.of("platform", "insights"),
                "io.binnacle.industry.api", List.of("platform", "industry"));
        List<String> allowed = mayUse.get(manifest(jar).getValue("Bundle-SymbolicName"));
        if (allowed == null) {
            return;
        }
        assertThat(packages(manifest(jar).getValue("Import-Package")))
                .filteredOn(imported -> imported.startsWith(OWN))
                .allMatch(imported -> allowed.contains(imported.split("\\.")[2]));
    }

    private static boolean isApi(String name) {
        return Arrays.asList(name.split("\\.")).contains("api");
    }

    private static boolean isPrivateLibrary(String bundle, String packageName) {
        return bundle.equals("io.binnacle.demo") && packageName.startsWith("io.binnacle.platform.simulator")
                || bundle.startsWith("io.binnacle.forecasting.")
                        && packageName.startsWith("io.binnacle.forecasting.kernels");
    }

    private static Attributes manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    private static List<String> classPackages(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name ->
                            name.endsWith(".class") && !name.startsWith("META-INF") && !name.startsWith("OSGI-OPT"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .distinct()
                    .toList();
        }
    }

    private static List<String> packages(String header) {
        if (header == null) {
            return List.of();
        }
        String bare = QUOTED.matcher(header).replaceAll("");
        return PACKAGE.matcher(bare).results().map(match -> match.group(1)).toList();
    }
}
