package io.binnacle.demo;

import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.simulator.Usage;
import java.util.Map;
import java.util.UUID;

/** Tells forecasting what was simulated. */
final class DemoUsage {

    private final Map<String, UUID> accounts;

    DemoUsage(Map<String, UUID> accounts) {
        this.accounts = accounts;
    }

    ConsumptionPoint point(Usage usage) {
        return new ConsumptionPoint(
                accounts.get(usage.customer()),
                usage.service(),
                usage.month(),
                DemoPipeline.money(usage.amount()),
                usage.settled() ? ConsumptionPoint.Status.FINAL : ConsumptionPoint.Status.PRELIMINARY);
    }
}
