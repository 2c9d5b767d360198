package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes up three years of a strategic account team at an enterprise cloud vendor. The same seed and end give
 * the same world to the byte, on every machine.
 *
 * <p>All companies and people are made up.
 */
public final class Simulator {

    private static final int MONTHS = 36;

    private final Dice dice;

    private Simulator(long seed) {
        this.dice = new Dice(seed);
    }

    /** A simulator whose chance depends on {@code seed} alone. */
    public static Simulator seeded(long seed) {
        return new Simulator(seed);
    }

    /** The three years before {@code end}, from the first day of a month; nothing happens on {@code end} itself. */
    public World until(LocalDate end) {
        LocalDate start = YearMonth.from(end).minusMonths(MONTHS).atDay(1);
        Names names = new Names(dice.named("names"));
        SalesForce salesForce = new SalesForce(names);
        List<Customer> customers = Market.customers();
        List<Customer> groups =
                customers.stream().filter(c -> c.group().isEmpty()).toList();
        Territories territories = new Territories(salesForce, customers, end);
        Map<String, Appetite> appetites = appetites(groups);

        DealFlow flow = new DealFlow(new DealLife(territories, end), appetites, start, end);
        List<Deal> deals = flow.deals(customers, dice.named("deals"));
        return new World(
                start,
                end,
                salesForce.seats(),
                customers,
                Market.services(),
                deals,
                new QuotaSetting(salesForce, territories, appetites).quotas(customers, start, end),
                new OrgCharts(names).people(customers),
                usage(new Metering(customers, deals, start, end), groups, appetites),
                plans(new Planning(deals, end), customers, salesForce, territories, appetites));
    }

    private Map<String, Appetite> appetites(List<Customer> groups) {
        Map<String, Appetite> appetites = new LinkedHashMap<>();
        groups.forEach(group ->
                appetites.put(group.id(), Appetite.of(dice.named("appetite").named(group.id()))));
        return appetites;
    }

    private List<Usage> usage(Metering metering, List<Customer> groups, Map<String, Appetite> appetites) {
        List<Usage> usage = new ArrayList<>();
        for (Customer group : groups) {
            Dice own = dice.named("usage").named(group.id());
            usage.addAll(metering.usage(group, appetites.get(group.id()), own));
        }
        return usage;
    }

    private List<AccountPlan> plans(
            Planning planning,
            List<Customer> customers,
            SalesForce salesForce,
            Territories territories,
            Map<String, Appetite> appetites) {
        List<AccountPlan> plans = new ArrayList<>();
        appetites.forEach((id, appetite) -> {
            List<Customer> family =
                    customers.stream().filter(c -> c.groupId().equals(id)).toList();
            String seller = salesForce.nameOf(territories.presentSellerOf(family.get(0)));
            List<String> ids = family.stream().map(Customer::id).toList();
            plans.add(planning.plan(
                    family.get(0), ids, seller, appetite, dice.named("plan").named(id)));
        });
        return plans;
    }
}
