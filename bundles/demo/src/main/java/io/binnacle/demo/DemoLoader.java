package io.binnacle.demo;

import io.binnacle.forecasting.api.Consumption;
import io.binnacle.insights.api.Insights;
import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.Hierarchies;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.PipelineLoader;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.planning.api.Plans;
import io.binnacle.planning.api.Stakeholder;
import io.binnacle.planning.api.Stakeholders;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.simulator.AccountPlan;
import io.binnacle.platform.simulator.Person;
import io.binnacle.platform.simulator.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings a simulated world into an empty database, all of it or nothing. */
@Component(service = DemoLoader.class)
public final class DemoLoader {

    static final Principal DEMO = Principal.system("demo");

    private static final String CAUSE = "demo";
    private static final int YEARS_BEFORE = 2;

    private final Database database;
    private final PipelineLoader pipeline;
    private final Rollups rollups;
    private final Hierarchies hierarchies;
    private final Accounts accounts;
    private final Opportunities opportunities;
    private final Stakeholders stakeholders;
    private final Plans plans;
    private final Consumption consumption;
    private final Insights insights;

    @Activate
    public DemoLoader(
            @Reference Database database,
            @Reference PipelineLoader pipeline,
            @Reference Rollups rollups,
            @Reference Hierarchies hierarchies,
            @Reference Accounts accounts,
            @Reference Opportunities opportunities,
            @Reference Stakeholders stakeholders,
            @Reference Plans plans,
            @Reference Consumption consumption,
            @Reference Insights insights) {
        this.database = database;
        this.pipeline = pipeline;
        this.rollups = rollups;
        this.hierarchies = hierarchies;
        this.accounts = accounts;
        this.opportunities = opportunities;
        this.stakeholders = stakeholders;
        this.plans = plans;
        this.consumption = consumption;
        this.insights = insights;
    }

    /** Whether there is anything that must not be mixed with made-up data. */
    boolean isNeeded() {
        return accounts.all().isEmpty();
    }

    /** Loads the world and lets the insight rules look at it. */
    void load(World world, Progress progress) {
        database.useTransaction(handle -> {
            pipeline.load(new DemoPipeline(rollups.calendar()).batch(world), DEMO, CAUSE, false, progress.part(5, 75));
            new DemoPlaces(hierarchies, world.start().minusYears(YEARS_BEFORE), DEMO, CAUSE).place(accounts.all());
            Map<String, UUID> known = knownAccounts();
            progress.report(75, "people");
            Map<String, UUID> people = addPeople(world.people(), known);
            progress.report(80, "account plans");
            addPlans(world.plans(), known, new DemoPlans(people, knownDeals()));
            progress.report(85, "consumption");
            DemoUsage usage = new DemoUsage(known);
            consumption.record(world.usage().stream().map(usage::point).toList(), DEMO, CAUSE);
        });
        progress.report(95, "insights");
        insights.evaluate();
    }

    private Map<String, UUID> addPeople(List<Person> people, Map<String, UUID> known) {
        Map<String, UUID> added = new HashMap<>();
        for (Person person : people) {
            Stakeholder stakeholder = stakeholders.add(
                    known.get(person.customer()),
                    person.name(),
                    person.title(),
                    person.reportsTo().map(added::get),
                    DEMO,
                    CAUSE);
            added.put(person.id(), stakeholder.id());
        }
        return added;
    }

    private void addPlans(List<AccountPlan> simulated, Map<String, UUID> known, DemoPlans demo) {
        for (AccountPlan plan : simulated) {
            plans.create(known.get(plan.customer()), DemoPlans.horizon(plan), demo.content(plan), DEMO, CAUSE);
        }
    }

    private Map<String, UUID> knownAccounts() {
        return accounts.all().stream()
                .collect(Collectors.toMap(
                        account -> DemoRefs.idIn(account.externalRefs()).orElseThrow(), Account::id));
    }

    private Map<String, UUID> knownDeals() {
        return opportunities.list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                .collect(Collectors.toMap(
                        deal -> DemoRefs.idIn(deal.externalRefs()).orElseThrow(), Opportunity::id));
    }
}
