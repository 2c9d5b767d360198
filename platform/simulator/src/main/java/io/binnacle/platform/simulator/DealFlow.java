package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Deals begin at every account each month, a few more as time goes by. */
final class DealFlow {

    /** Deals that were open on the first day began up to so many months before it. */
    private static final int MONTHS_BEFORE = 10;

    private static final double GROWTH = 0.008;

    private final DealLife life;
    private final Map<String, Appetite> appetites;
    private final LocalDate start;
    private final LocalDate end;

    DealFlow(DealLife life, Map<String, Appetite> appetites, LocalDate start, LocalDate end) {
        this.life = life;
        this.appetites = appetites;
        this.start = start;
        this.end = end;
    }

    /** All deals that were open at some time between start and end, the oldest first. */
    List<Deal> deals(List<Customer> customers, Dice dice) {
        List<Deal> deals = new ArrayList<>();
        appetites.forEach((group, appetite) -> {
            List<Customer> family = customers.stream()
                    .filter(customer -> customer.groupId().equals(group))
                    .toList();
            deals.addAll(dealsOf(group, family, appetite, dice.named(group)));
        });
        deals.removeIf(deal -> deal.states().isEmpty() || hasEndedBefore(start, deal.latest()));
        deals.sort(
                Comparator.comparing((Deal deal) -> deal.states().get(0).at()).thenComparing(Deal::id));
        return deals;
    }

    private List<Deal> dealsOf(String group, List<Customer> family, Appetite appetite, Dice dice) {
        List<Deal> deals = new ArrayList<>();
        YearMonth first = YearMonth.from(start).minusMonths(MONTHS_BEFORE);
        for (int i = 0; first.plusMonths(i).atDay(1).isBefore(end); i++) {
            double mean = appetite.dealsPerMonth() * (1 + GROWTH * (i - MONTHS_BEFORE));
            for (int left = dice.count(mean); left > 0; left--) {
                LocalDate begun = WorkingDays.onOrBefore(first.plusMonths(i).atDay(dice.between(3, 28)));
                String id = "%s-%03d".formatted(group, deals.size() + 1);
                deals.add(new Deal(id, life.of(dice.oneOf(family), begun, appetite, dice.named(id))));
            }
        }
        return deals;
    }

    private static boolean hasEndedBefore(LocalDate day, DealState state) {
        return state.status() != DealState.Status.OPEN && state.closeDate().isBefore(day);
    }
}
