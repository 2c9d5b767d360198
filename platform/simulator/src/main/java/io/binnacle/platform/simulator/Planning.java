package io.binnacle.platform.simulator;

import io.binnacle.platform.simulator.AccountPlan.Initiative;
import io.binnacle.platform.simulator.AccountPlan.Kpi;
import io.binnacle.platform.simulator.AccountPlan.Objective;
import io.binnacle.platform.simulator.DealState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One plan for each strategic account: three objectives of the customer and what is done about them. */
final class Planning {

    /** What customers want, who answers for it, and the services that help. */
    private record Theme(
            String statement,
            String executive,
            String kpi,
            String unit,
            int baseline,
            int target,
            String initiative,
            Set<String> services) {}

    private static final List<Theme> THEMES = List.of(
            new Theme(
                    "Run no data centre of our own by the end of next year",
                    "cio",
                    "Workloads in own data centres",
                    "%",
                    64,
                    5,
                    "Data-centre exit",
                    Set.of("compute", "storage")),
            new Theme(
                    "Lower the cost to serve a customer by a fifth",
                    "cfo",
                    "Cost to serve",
                    "EUR",
                    41,
                    33,
                    "Lean platforms",
                    Set.of("database", "support")),
            new Theme(
                    "Decide on facts: one trusted view of every customer",
                    "cdo",
                    "Decisions backed by the data platform",
                    "%",
                    22,
                    70,
                    "Trusted data",
                    Set.of("analytics")),
            new Theme(
                    "Answer customers within minutes, at any hour",
                    "cdo",
                    "Time to first answer",
                    "minutes",
                    95,
                    10,
                    "AI in service",
                    Set.of("ai", "collaboration")),
            new Theme(
                    "Pass every security audit without a major finding",
                    "security",
                    "Major audit findings",
                    "findings",
                    7,
                    0,
                    "Secure by default",
                    Set.of("security")),
            new Theme(
                    "Bring a new product to market in half the time",
                    "ceo",
                    "Time to market",
                    "weeks",
                    38,
                    19,
                    "Product factory",
                    Set.of("compute", "database", "ai")));

    private final List<Deal> deals;
    private final LocalDate end;

    Planning(List<Deal> deals, LocalDate end) {
        this.deals = deals;
        this.end = end;
    }

    AccountPlan plan(Customer customer, List<String> family, String owner, Appetite appetite, Dice dice) {
        List<Theme> themes = dice.shuffled(THEMES).subList(0, 3);
        List<Objective> objectives = new ArrayList<>();
        List<Initiative> initiatives = new ArrayList<>();
        for (int i = 0; i < themes.size(); i++) {
            Theme theme = themes.get(i);
            objectives.add(objective("O" + (i + 1), theme, customer, dice));
            List<String> paidBy = dealsFor(theme, family);
            initiatives.add(new Initiative("I" + (i + 1), theme.initiative(), List.of("O" + (i + 1)), owner, paidBy));
        }
        long ambition = Math.round(12 * appetite.bookedPerMonth() * 1.5 / 100_000) * 100_000;
        String vision =
                "By %d %s runs on a platform it trusts, and its board counts us among its three strategic partners."
                        .formatted(end.getYear() + 2, customer.name());
        return new AccountPlan(customer.id(), end.getYear() + 1, vision, ambition, objectives, initiatives);
    }

    private Objective objective(String key, Theme theme, Customer customer, Dice dice) {
        double progress = dice.between(0.05, 0.6);
        long current = Math.round(theme.baseline() + progress * (theme.target() - theme.baseline()));
        Kpi kpi = new Kpi(
                theme.kpi(),
                theme.unit(),
                BigDecimal.valueOf(theme.baseline()),
                BigDecimal.valueOf(theme.target()),
                BigDecimal.valueOf(current));
        LocalDate due = Quarters.lastDay(end.plusMonths(3L * dice.between(2, 5)));
        return new Objective(key, theme.statement(), kpi, customer.id() + "-" + theme.executive(), due);
    }

    /** The largest open deals, and the ones won, that the theme's services serve; at most six. */
    private List<String> dealsFor(Theme theme, List<String> family) {
        return deals.stream()
                .filter(deal -> family.contains(deal.latest().customer()))
                .filter(deal -> theme.services().contains(deal.latest().service()))
                .filter(deal ->
                        deal.latest().status() == Status.OPEN || deal.latest().status() == Status.WON)
                .sorted(Comparator.comparing((Deal deal) -> deal.latest().status())
                        .thenComparing(deal -> -deal.latest().amount().orElse(0L))
                        .thenComparing(Deal::id))
                .limit(6)
                .map(Deal::id)
                .toList();
    }
}
