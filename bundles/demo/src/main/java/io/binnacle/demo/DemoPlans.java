package io.binnacle.demo;

import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanContent.Initiative;
import io.binnacle.planning.api.PlanContent.Kpi;
import io.binnacle.planning.api.PlanContent.Objective;
import io.binnacle.platform.simulator.AccountPlan;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells planning what was simulated. */
final class DemoPlans {

    private final Map<String, UUID> people;
    private final Map<String, UUID> deals;

    /** The ids under which people and deals are known to the platform, by those of the simulator. */
    DemoPlans(Map<String, UUID> people, Map<String, UUID> deals) {
        this.people = people;
        this.deals = deals;
    }

    PlanContent content(AccountPlan plan) {
        return new PlanContent(
                plan.vision(),
                Optional.of(DemoPipeline.money(plan.ambition())),
                plan.objectives().stream().map(this::objective).toList(),
                plan.initiatives().stream().map(this::initiative).toList());
    }

    static String horizon(AccountPlan plan) {
        return "FY" + plan.year();
    }

    private Objective objective(AccountPlan.Objective objective) {
        return new Objective(
                objective.key(),
                objective.statement(),
                Optional.of(kpi(objective.kpi())),
                Optional.of(people.get(objective.executive())),
                Optional.of(objective.due()));
    }

    private static Kpi kpi(AccountPlan.Kpi kpi) {
        return new Kpi(kpi.name(), kpi.unit(), kpi.baseline(), kpi.target(), Optional.of(kpi.current()));
    }

    private Initiative initiative(AccountPlan.Initiative initiative) {
        return new Initiative(
                initiative.key(),
                initiative.name(),
                initiative.objectives(),
                Optional.of(initiative.owner()),
                initiative.deals().stream().map(deals::get).toList());
    }
}
