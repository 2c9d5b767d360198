package io.binnacle.industry.core;

import io.binnacle.industry.api.DealRule;
import io.binnacle.industry.api.PackContent;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Rollups;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Passes the rules that packs declare on to insights, for as long as the packs are in use. */
@Component(service = {})
public final class PackRules {

    private final BundleContext bundle;
    private final Accounts accounts;
    private final Opportunities opportunities;
    private final Rollups rollups;
    private final Map<ActivePack, List<ServiceRegistration<InsightRule>>> registered = new ConcurrentHashMap<>();

    @Activate
    public PackRules(
            BundleContext bundle,
            @Reference Accounts accounts,
            @Reference Opportunities opportunities,
            @Reference Rollups rollups) {
        this.bundle = bundle;
        this.accounts = accounts;
        this.opportunities = opportunities;
        this.rollups = rollups;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPack(ActivePack pack) {
        PackContent content = pack.content();
        registered.put(
                pack,
                content.rules().stream().map(rule -> register(content, rule)).toList());
    }

    void removePack(ActivePack pack) {
        List<ServiceRegistration<InsightRule>> rules = registered.remove(pack);
        if (rules != null) {
            rules.forEach(ServiceRegistration::unregister);
        }
    }

    private ServiceRegistration<InsightRule> register(PackContent content, DealRule rule) {
        InsightRule insight = new DealRuleInsight(content, rule, accounts, opportunities, rollups);
        return bundle.registerService(InsightRule.class, insight, null);
    }
}
