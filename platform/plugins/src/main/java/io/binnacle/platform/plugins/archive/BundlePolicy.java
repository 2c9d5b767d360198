package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_POLICY_VIOLATION;

import io.binnacle.platform.api.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the bundles of a plugin may ask the framework for. Plugins are trusted code, yet none may take the place
 * of a part of the platform, reach around its APIs, or be impossible to replace while others run.
 */
final class BundlePolicy {

    private static final Map<String, String> FORBIDDEN = Map.of(
            "Bundle-Activator", "uses an activator; make it a component",
            "ExtensionBundle-Activator", "uses an activator of the framework",
            "Fragment-Host", "is a fragment, which becomes part of another bundle",
            "DynamicImport-Package", "imports packages at any time; import them by name",
            "Require-Bundle", "requires whole bundles; import packages instead",
            "Bundle-NativeCode", "brings native code");

    private final PlatformPackages packages;

    BundlePolicy(PlatformPackages packages) {
        this.packages = packages;
    }

    void check(PluginManifest plugin, List<PluginBundle> bundles) {
        Set<String> siblings = bundles.stream()
                .flatMap(bundle -> paths(bundle, "Export-Package"))
                .collect(Collectors.toSet());
        List<FieldError> violations = new ArrayList<>();
        for (PluginBundle bundle : bundles) {
            for (String violation : violations(plugin, bundle, siblings)) {
                violations.add(new FieldError(
                        "/" + bundle.path(), PLUGIN_POLICY_VIOLATION.name(), bundle.path() + " " + violation));
            }
        }
        if (!violations.isEmpty()) {
            throw PLUGIN_POLICY_VIOLATION
                    .because(
                            "%s asks for what plugins do not get: %s",
                            plugin.id(),
                            violations.stream().map(FieldError::detail).collect(Collectors.joining("; ")))
                    .at(violations);
        }
    }

    private List<String> violations(PluginManifest plugin, PluginBundle bundle, Set<String> siblings) {
        return Stream.of(
                        forbiddenHeaders(bundle),
                        name(plugin, bundle),
                        structure(bundle),
                        contents(bundle),
                        exports(bundle),
                        imports(plugin, bundle, siblings),
                        capabilities(bundle),
                        schema(plugin, bundle),
                        bundle.calls().stream())
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<String> forbiddenHeaders(PluginBundle bundle) {
        return FORBIDDEN.entrySet().stream()
                .filter(header -> bundle.header(header.getKey()).isPresent())
                .map(header -> header.getValue() + " (" + header.getKey() + ")")
                .sorted();
    }

    private static Stream<String> name(PluginManifest plugin, PluginBundle bundle) {
        List<HeaderClause> clauses =
                HeaderClause.parse(bundle.header("Bundle-SymbolicName").orElse(""));
        if (clauses.size() != 1 || bundle.header("Bundle-ManifestVersion").isEmpty()) {
            return Stream.of("is no OSGi bundle: it has no Bundle-SymbolicName or no Bundle-ManifestVersion");
        }
        String name = clauses.get(0).paths().get(0);
        Stream<String> foreign = name.equals(plugin.id()) || name.startsWith(plugin.id() + ".")
                ? Stream.empty()
                : Stream.of("is called " + name + "; its Bundle-SymbolicName must be " + plugin.id()
                        + " or begin with it and a dot");
        Stream<String> single = clauses.get(0).parameter("singleton:").filter("true"::equals).stream()
                .map(singleton -> "is a singleton, so that no update could start beside it");
        return Stream.concat(foreign, single);
    }

    private static Stream<String> structure(PluginBundle bundle) {
        Stream<String> path = bundle
                .header("Bundle-ClassPath")
                .filter(value -> !value.strip().equals("."))
                .map(value -> "has a Bundle-ClassPath; put the classes of its libraries into the bundle itself")
                .stream();
        return bundle.hasOtherManifests()
                ? Stream.concat(path, Stream.of("has a second manifest below META-INF/versions"))
                : path;
    }

    private Stream<String> contents(PluginBundle bundle) {
        Set<String> contained = new TreeSet<>(bundle.packages());
        paths(bundle, "Private-Package").forEach(contained::add);
        return contained.stream()
                .filter(packages::mayNotContain)
                .map(name -> "contains the package " + name + ", which is the platform's");
    }

    private Stream<String> exports(PluginBundle bundle) {
        return paths(bundle, "Export-Package")
                .filter(packages::mayNotExport)
                .map(name -> "exports the package " + name + ", which is the platform's");
    }

    private Stream<String> imports(PluginManifest plugin, PluginBundle bundle, Set<String> siblings) {
        return paths(bundle, "Import-Package")
                .filter(name -> !packages.mayImport(name, plugin.permissions()) && !siblings.contains(name))
                .map(this::explainImport);
    }

    private String explainImport(String name) {
        return "imports the package " + name
                + packages.needed(name).stream()
                        .map(permission -> " without the permission '" + permission.text() + "'")
                        .findFirst()
                        .orElse(", which plugins do not get; put it into the bundle or do without it");
    }

    private static Stream<String> capabilities(PluginBundle bundle) {
        return paths(bundle, "Provide-Capability")
                .filter(name ->
                        !name.equals("osgi.service") && (name.startsWith("osgi.") || name.startsWith("io.binnacle.")))
                .map(name -> "provides the capability " + name + ", which is the platform's");
    }

    private static Stream<String> schema(PluginManifest plugin, PluginBundle bundle) {
        return bundle.header("Binnacle-Schema").map(String::strip).stream().flatMap(schema -> {
            if (!plugin.asksFor(Permission.TABLES)) {
                return Stream.of("has tables (Binnacle-Schema) without the permission 'tables'");
            }
            return schema.equals(plugin.schema())
                    ? Stream.empty()
                    : Stream.of("has its tables in the schema '" + schema + "'; it must be '" + plugin.schema() + "'");
        });
    }

    private static Stream<String> paths(PluginBundle bundle, String header) {
        return HeaderClause.parse(bundle.header(header).orElse("")).stream().flatMap(clause -> clause.paths().stream());
    }
}
