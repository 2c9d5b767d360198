package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quotas follow what the accounts are expected to buy, by season. Region North is asked for more than that
 * and Region South for less, so that one of them falls short. A leaver's quota goes to the successor.
 */
final class QuotaSetting {

    private static final double[] SEASON = {0.47, 1.04, 1.02, 1.47};
    private static final Map<String, Double> STRETCH = Map.of(Market.NORTH, 1.3, Market.SOUTH, 0.8);
    private static final long STEP = 10_000;

    private final SalesForce salesForce;
    private final Territories territories;
    private final Map<String, Appetite> appetites;

    QuotaSetting(SalesForce salesForce, Territories territories, Map<String, Appetite> appetites) {
        this.salesForce = salesForce;
        this.territories = territories;
        this.appetites = appetites;
    }

    /** The quotas of all seats from the quarter of {@code start} to the one after {@code end}. */
    List<Quota> quotas(List<Customer> customers, LocalDate start, LocalDate end) {
        List<Quota> quotas = new ArrayList<>();
        YearMonth last = Quarters.firstMonth(end).plusMonths(3);
        for (YearMonth month = Quarters.firstMonth(start); !month.isAfter(last); month = month.plusMonths(3)) {
            Map<String, Long> amounts = amounts(customers, month);
            for (Seat seat : salesForce.seats()) {
                quotas.add(new Quota(seat.id(), month, amounts.getOrDefault(seat.id(), 0L)));
            }
        }
        return quotas;
    }

    private Map<String, Long> amounts(List<Customer> customers, YearMonth quarter) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (Customer customer : customers) {
            if (customer.group().isEmpty()) {
                addUpwards(amounts, holder(territories.sellerOf(customer), quarter), quota(customer, quarter));
            }
        }
        return amounts;
    }

    private void addUpwards(Map<String, Long> amounts, String seat, long amount) {
        amounts.merge(seat, amount, Long::sum);
        salesForce.parentOf(seat).ifPresent(parent -> addUpwards(amounts, parent, amount));
    }

    private String holder(String seller, YearMonth quarter) {
        boolean left =
                seller.equals(territories.leaver()) && territories.leaves().isBefore(quarter.atDay(1));
        return left ? territories.successor() : seller;
    }

    private long quota(Customer customer, YearMonth quarter) {
        double expected = 3 * appetites.get(customer.id()).bookedPerMonth();
        double season = SEASON[(quarter.getMonthValue() - 1) / 3];
        return Math.round(expected * season * STRETCH.get(customer.region()) / STEP) * STEP;
    }
}
