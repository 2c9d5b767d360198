package io.binnacle.demo;

import io.binnacle.platform.api.readiness.ReadinessCheck;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * How far the demo data is. It needs nothing, so that the platform is not called ready while the services
 * that the data goes to are still coming up.
 */
@Component(service = {ReadinessCheck.class, DemoStatus.class})
public final class DemoStatus implements ReadinessCheck {

    private volatile Optional<String> missing = Optional.of("demo data is waiting for the platform to come up");

    @Override
    public Optional<String> missing() {
        return missing;
    }

    void loading(int percent) {
        missing = Optional.of("demo data is being loaded (" + percent + " %)");
    }

    void done() {
        missing = Optional.empty();
    }

    void failed(RuntimeException failure) {
        String why = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        missing = Optional.of("demo data could not be loaded: " + why);
    }
}
