package io.binnacle.industry.core;

import io.binnacle.planning.api.PlanTemplate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Passes the plan templates of packs on to planning, for as long as the packs are in use. */
@Component(service = {})
public final class PackTemplates {

    private final BundleContext bundle;
    private final Map<ActivePack, ServiceRegistration<PlanTemplate>> registered = new ConcurrentHashMap<>();

    @Activate
    public PackTemplates(BundleContext bundle) {
        this.bundle = bundle;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPack(ActivePack pack) {
        PlanTemplate template = new PackPlanTemplate(pack.content());
        registered.put(pack, bundle.registerService(PlanTemplate.class, template, null));
    }

    void removePack(ActivePack pack) {
        ServiceRegistration<PlanTemplate> template = registered.remove(pack);
        if (template != null) {
            template.unregister();
        }
    }
}
