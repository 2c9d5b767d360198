package io.binnacle.platform.plugins;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Tells what the components of a bundle wait for. */
final class Components {

    private static final String SERVICE = "osgi.service";

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;

    Components(BundleContext context, ServiceComponentRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    List<String> waiting(Bundle bundle) {
        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle);
        Set<String> own = new HashSet<>();
        components.forEach(component -> own.addAll(Arrays.asList(component.serviceInterfaces)));
        Map<String, Set<String>> reasons = new TreeMap<>();
        for (ComponentDescriptionDTO component : components) {
            String name = simpleName(component.implementationClass);
            for (ComponentConfigurationDTO configured : runtime.getComponentConfigurationDTOs(component)) {
                waiting(configured, own).forEach(reason -> reasons.computeIfAbsent(reason, any -> new TreeSet<>())
                        .add(name));
            }
        }
        return reasons.entrySet().stream()
                .map(reason -> String.join(", ", reason.getValue()) + " " + reason.getKey())
                .toList();
    }

    /** What waits for a component of its own bundle is left out: that component gives the reason. */
    private List<String> waiting(ComponentConfigurationDTO component, Set<String> own) {
        return switch (component.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                List.of("failed to start: " + rootCause(component.failure));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                List.of("cannot start without the configuration "
                        + String.join(", ", component.description.configurationPid));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Arrays.stream(component.unsatisfiedReferences)
                        .filter(missing -> !own.contains(service(component, missing)))
                        .map(missing -> "cannot start without the service " + describe(component, missing))
                        .toList();
            default -> List.of();
        };
    }

    private String describe(ComponentConfigurationDTO component, UnsatisfiedReferenceDTO missing) {
        String service = service(component, missing);
        String target = missing.target == null ? "" : " " + missing.target;
        List<String> offering = Arrays.stream(context.getBundles())
                .filter(bundle -> offers(bundle, service))
                .map(Bundle::getSymbolicName)
                .toList();
        String from =
                offering.isEmpty() ? "nobody offers now" : String.join(" or ", offering) + " offers once it works";
        return service + target + ", which " + from;
    }

    private static boolean offers(Bundle bundle, String service) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities(SERVICE).stream()
                .map(offered -> offered.getAttributes().get("objectClass"))
                .anyMatch(types -> types instanceof Collection<?> names && names.contains(service));
    }

    private static String service(ComponentConfigurationDTO component, UnsatisfiedReferenceDTO missing) {
        return Arrays.stream(component.description.references)
                .filter(reference -> reference.name.equals(missing.name))
                .map((ReferenceDTO reference) -> reference.interfaceName)
                .findFirst()
                .orElse(missing.name);
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** The reason that a stack trace ends with, such as {@code java.lang.IllegalStateException: no such folder}. */
    private static String rootCause(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> line.startsWith("Caused by: "))
                .map(line -> line.substring("Caused by: ".length()))
                .reduce((earlier, later) -> later)
                .or(() -> stackTrace.lines().findFirst())
                .orElse("");
    }
}
