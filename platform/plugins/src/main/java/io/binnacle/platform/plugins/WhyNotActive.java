package io.binnacle.platform.plugins;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Explains why a bundle, or a part of it, does not work, in one sentence. */
public final class WhyNotActive {

    private final Requirements requirements;
    private final Components components;

    public WhyNotActive(BundleContext context, ServiceComponentRuntime runtime) {
        this.requirements = new Requirements(context);
        this.components = new Components(context, runtime);
    }

    public Optional<String> of(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> Optional.of(unresolved(bundle));
            case Bundle.RESOLVED -> isFragment(bundle) ? Optional.empty() : Optional.of("It is stopped.");
            case Bundle.STARTING -> Optional.of("It is starting, or starts when a class of it is first used.");
            case Bundle.STOPPING -> Optional.of("It is stopping.");
            default -> sentence(components.waiting(bundle), "");
        };
    }

    private String unresolved(Bundle bundle) {
        return sentence(requirements.missing(bundle), "It ").orElse("It was installed and never started.");
    }

    private static Optional<String> sentence(List<String> reasons, String subject) {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(subject + String.join("; ", reasons) + ".");
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }
}
