package io.binnacle.platform.plugins;

import java.time.Duration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Waits until the platform's own bundles are there, and what their components need, such as the database. */
final class PlatformStart {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long STEP_MILLIS = 20;

    private final ServiceComponentRuntime components;
    private final FrameworkStartLevel level;
    private final Bundle framework;
    private final int startLevel;

    PlatformStart(BundleContext context, ServiceComponentRuntime components, int startLevel) {
        this.components = components;
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        this.level = framework.adapt(FrameworkStartLevel.class);
        this.startLevel = startLevel;
    }

    /** Gives up waiting for components after a minute: plugins that need none of those that are missing can run. */
    void await() throws InterruptedException {
        while (level.getStartLevel() < startLevel) {
            Thread.sleep(STEP_MILLIS);
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (isWaiting() && System.nanoTime() < deadline) {
            Thread.sleep(STEP_MILLIS);
        }
    }

    private boolean isWaiting() {
        return framework.getState() == Bundle.STARTING
                || components.getComponentDescriptionDTOs().stream()
                        .filter(components::isComponentEnabled)
                        .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                        .anyMatch(component -> component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
    }
}
