package io.binnacle.platform.plugins;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;

/** Tells what a bundle that cannot be resolved needs and does not get. */
final class Requirements {

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BEFORE = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final BundleContext context;
    private final FrameworkWiring wiring;

    Requirements(BundleContext context) {
        this.context = context;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    List<String> missing(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(Requirements::isMandatory)
                .map(this::missing)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> missing(BundleRequirement requirement) {
        Collection<BundleCapability> providers = wiring.findProviders(requirement);
        if (providers.isEmpty()) {
            return Optional.of("needs " + name(requirement) + ", which " + instead(requirement));
        }
        boolean stuck = providers.stream()
                .allMatch(offered -> isUnresolved(offered.getRevision().getBundle()));
        return stuck
                ? Optional.of("needs " + name(requirement) + " of "
                        + providers.iterator().next().getRevision().getSymbolicName()
                        + ", which cannot be resolved itself")
                : Optional.empty();
    }

    private String instead(BundleRequirement requirement) {
        Matcher wanted = PACKAGE.matcher(filter(requirement));
        TreeSet<String> offers = new TreeSet<>();
        if (wanted.find()) {
            for (Bundle bundle : context.getBundles()) {
                bundle.adapt(BundleRevision.class).getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .filter(offered ->
                                wanted.group(1).equals(offered.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                        .forEach(offered -> offers.add(version(offered) + " by " + bundle.getSymbolicName()));
            }
        }
        return offers.isEmpty() ? "no bundle offers" : "is offered only as " + String.join(", ", offers);
    }

    private static String name(BundleRequirement requirement) {
        String filter = filter(requirement);
        Matcher wanted = PACKAGE.matcher(filter);
        return wanted.find()
                ? "the package " + wanted.group(1) + range(filter)
                : requirement.getNamespace() + " " + filter;
    }

    private static String range(String filter) {
        Matcher from = FROM.matcher(filter);
        Matcher before = BEFORE.matcher(filter);
        if (!from.find()) {
            return "";
        }
        return before.find() ? " from " + from.group(1) + " to before " + before.group(1) : " from " + from.group(1);
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    }

    private static Object version(Capability offered) {
        return offered.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
    }

    /** Services are needed when the bundle is active; components say themselves what they wait for. */
    private static boolean isMandatory(BundleRequirement requirement) {
        var directives = requirement.getDirectives();
        return !Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && !"dynamic".equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && Namespace.EFFECTIVE_RESOLVE.equals(directives.getOrDefault(
                        Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE));
    }

    private static boolean isUnresolved(Bundle bundle) {
        return bundle.getState() == Bundle.INSTALLED;
    }
}
