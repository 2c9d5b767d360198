package io.binnacle.platform.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Tells which components cannot work, and what they wait for. */
@FunctionalInterface
interface Components {

    List<String> missing();

    static List<String> missing(ServiceComponentRuntime runtime) {
        List<String> sentences = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (runtime.isComponentEnabled(component)) {
                runtime.getComponentConfigurationDTOs(component)
                        .forEach(configuration -> sentence(configuration).forEach(sentences::add));
            }
        }
        return sentences;
    }

    /** A component that waits for a configuration is one that nobody switched on. */
    private static Stream<String> sentence(ComponentConfigurationDTO configuration) {
        String who = configuration.description.bundle.symbolicName + ": " + configuration.description.name;
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Stream.of(who + " failed to start: " + firstLine(configuration.failure));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Stream.of(who + " waits for " + waits(configuration));
            default -> Stream.empty();
        };
    }

    private static String waits(ComponentConfigurationDTO configuration) {
        return Stream.of(configuration.unsatisfiedReferences)
                .map(reference -> type(reference, configuration) + target(reference))
                .collect(Collectors.joining(", "));
    }

    private static String type(UnsatisfiedReferenceDTO missing, ComponentConfigurationDTO configuration) {
        for (ReferenceDTO reference : configuration.description.references) {
            if (reference.name.equals(missing.name)) {
                return reference.interfaceName;
            }
        }
        return missing.name;
    }

    private static String target(UnsatisfiedReferenceDTO missing) {
        return missing.target == null ? "" : " with " + missing.target;
    }

    private static String firstLine(String failure) {
        return failure == null ? "no reason given" : failure.lines().findFirst().orElse("");
    }
}
