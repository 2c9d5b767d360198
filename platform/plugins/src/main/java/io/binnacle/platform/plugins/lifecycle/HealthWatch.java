package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.plugin.HealthProbe;
import io.binnacle.platform.plugins.WhyNotActive;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/**
 * Whether a plugin works: a bundle that is active may be dead, so every component has to be satisfied, every
 * service has to be had, and the plugin's own probes are asked. Services are held until this is closed. Code of
 * the plugin never runs under a lock of ours, so one that hangs keeps nobody else waiting.
 */
final class HealthWatch implements AutoCloseable {

    private final BundleContext manager;
    private final ServiceComponentRuntime components;
    private final WhyNotActive whyNotActive;
    private final List<Bundle> bundles;
    private final Duration patience;
    private final Map<ServiceReference<?>, Held> held = new HashMap<>();
    private boolean closed;

    /** What is wrong; {@code mayPass} says whether waiting could help. */
    record Complaint(String sentence, boolean mayPass) {}

    /** A service of the plugin that is in use, and its probe when it is one. */
    private record Held(Optional<BoundedProbe> probe) {}

    HealthWatch(
            BundleContext manager,
            ServiceComponentRuntime components,
            WhyNotActive whyNotActive,
            List<Bundle> bundles,
            Duration patience) {
        this.manager = manager;
        this.components = components;
        this.whyNotActive = whyNotActive;
        this.bundles = bundles;
        this.patience = patience;
    }

    Optional<Complaint> complaint() {
        forgetGone();
        return first(bundles.stream().map(this::ofBundle))
                .or(() -> first(bundles.stream().map(this::ofComponents)))
                .or(() -> first(bundles.stream().flatMap(HealthWatch::services).map(this::ofService)))
                .or(() -> first(probes().stream().map(HealthWatch::ofProbe)));
    }

    /** Lets go of the services, of which the plugin may hear, so it can take as long as the plugin likes. */
    @Override
    public void close() {
        leave().stream().filter(reference -> reference.getBundle() != null).forEach(manager::ungetService);
    }

    private synchronized Set<ServiceReference<?>> leave() {
        closed = true;
        Set<ServiceReference<?>> left = Set.copyOf(held.keySet());
        held.clear();
        return left;
    }

    private synchronized void forgetGone() {
        held.keySet().removeIf(reference -> reference.getBundle() == null);
    }

    private synchronized List<BoundedProbe> probes() {
        return held.values().stream()
                .flatMap(service -> service.probe().stream())
                .toList();
    }

    private synchronized boolean isHeld(ServiceReference<?> reference) {
        return held.containsKey(reference);
    }

    private synchronized boolean keep(ServiceReference<?> reference, Held service) {
        return !closed && held.putIfAbsent(reference, service) == null;
    }

    private boolean hold(ServiceReference<?> reference) {
        if (isHeld(reference)) {
            return true;
        }
        Object service = manager.getService(reference);
        if (service == null) {
            return false;
        }
        if (!keep(reference, held(service))) {
            manager.ungetService(reference);
        }
        return true;
    }

    private Held held(Object service) {
        return new Held(
                service instanceof HealthProbe probe
                        ? Optional.of(new BoundedProbe(probe, patience))
                        : Optional.empty());
    }

    private Optional<Complaint> ofBundle(Bundle bundle) {
        boolean runs = bundle.getState() == Bundle.ACTIVE || isLazy(bundle);
        return runs
                ? Optional.empty()
                : Optional.of(new Complaint(
                        bundle.getSymbolicName() + ": "
                                + whyNotActive.of(bundle).orElse("It does not run."),
                        false));
    }

    private Optional<Complaint> ofComponents(Bundle bundle) {
        return first(components.getComponentDescriptionDTOs(bundle).stream()
                .filter(components::isComponentEnabled)
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .map(configuration -> ofComponent(bundle, configuration)));
    }

    private Optional<Complaint> ofComponent(Bundle bundle, ComponentConfigurationDTO component) {
        return switch (component.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Optional.of(new Complaint(sentence(bundle, component), false));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Optional.of(new Complaint(sentence(bundle, component), true));
            default -> Optional.empty();
        };
    }

    private String sentence(Bundle bundle, ComponentConfigurationDTO component) {
        return whyNotActive.of(bundle).orElse("The component " + component.description.name + " does not work.");
    }

    private Optional<Complaint> ofService(ServiceReference<?> reference) {
        if (hold(reference)) {
            return Optional.empty();
        }
        String names = String.join(", ", (String[]) reference.getProperty(Constants.OBJECTCLASS));
        Bundle bundle = reference.getBundle();
        return bundle == null
                ? Optional.empty()
                : Optional.of(new Complaint(
                        whyNotActive
                                .of(bundle)
                                .orElse("The service " + names
                                        + " cannot be had: its component does not start, perhaps because a class is missing"
                                        + " that Import-Package does not name."),
                        false));
    }

    private static Optional<Complaint> ofProbe(BoundedProbe probe) {
        return probe.problem().map(problem -> new Complaint(problem, false));
    }

    private static Stream<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return registered == null ? Stream.empty() : Stream.of(registered);
    }

    private static boolean isLazy(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING
                && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }

    private static Optional<Complaint> first(Stream<Optional<Complaint>> complaints) {
        return complaints.flatMap(Optional::stream).findFirst();
    }
}
