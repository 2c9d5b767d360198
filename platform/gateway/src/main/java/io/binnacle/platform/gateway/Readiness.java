package io.binnacle.platform.gateway;

import io.binnacle.platform.api.readiness.ReadinessCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Asks bundles, components and whoever registered a check whether something is missing. */
@Component(service = Readiness.class)
public final class Readiness {

    private final Bundles bundles;
    private final Components components;
    private final Set<ReadinessCheck> checks = ConcurrentHashMap.newKeySet();

    @Activate
    public Readiness(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this(new WatchedBundles(context), () -> Components.missing(runtime));
    }

    Readiness(Bundles bundles, Components components) {
        this.bundles = bundles;
        this.components = components;
    }

    @Deactivate
    void stop() {
        bundles.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCheck(ReadinessCheck check) {
        checks.add(check);
    }

    void unbindCheck(ReadinessCheck check) {
        checks.remove(check);
    }

    /** How the platform is now; {@code more} stands beside what is found here. */
    synchronized Health health(List<String> more) {
        Health ofBundles = bundles.health();
        List<String> missing = new ArrayList<>(ofBundles.missing());
        missing.addAll(components.missing());
        checks.forEach(check -> check.missing().ifPresent(missing::add));
        missing.addAll(more);
        return new Health(missing, ofBundles.stopped());
    }
}
