package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the accounts consume each month: it grows, has a season, and jumps when a workload goes live. */
final class Metering {

    private static final double TYPICAL_MONTH = 70_000;

    /** A deal's amount is consumed over so many months, from {@link #LEAD} months after it is won. */
    private static final int CONTRACT = 24;

    private static final int LEAD = 2;
    private static final int RAMP = 4;

    private final Map<String, List<GoLive>> goLives;
    private final YearMonth first;
    private final YearMonth last;

    private record GoLive(String service, YearMonth month, double monthly) {

        double in(YearMonth now) {
            long since = ChronoUnit.MONTHS.between(month, now) + 1;
            return monthly * Math.max(0, Math.min(RAMP, since)) / RAMP;
        }
    }

    Metering(List<Customer> customers, List<Deal> deals, LocalDate start, LocalDate end) {
        Map<String, String> groups = customers.stream().collect(Collectors.toMap(Customer::id, Customer::groupId));
        this.goLives = deals.stream()
                .map(Deal::latest)
                .filter(deal -> deal.status() == DealState.Status.WON)
                .collect(Collectors.groupingBy(
                        deal -> groups.get(deal.customer()),
                        Collectors.mapping(Metering::goLive, Collectors.toList())));
        this.first = YearMonth.from(start);
        this.last = YearMonth.from(end).minusMonths(1);
    }

    /** The months of one account, service by service. */
    List<Usage> usage(Customer customer, Appetite appetite, Dice dice) {
        List<Usage> usage = new ArrayList<>();
        for (CloudService service : Market.services()) {
            Dice own = dice.named(service.id());
            double base = own.chance(0.65) ? own.logNormal(TYPICAL_MONTH * appetite.size(), 0.5) : 0;
            double growth = own.between(0.004, 0.022);
            int month = 0;
            for (YearMonth now = first; !now.isAfter(last); now = now.plusMonths(1)) {
                double trend = base * StrictMath.pow(1 + growth, month++);
                double used = (trend + live(customer, service, now)) * season(customer, now) * own.between(0.96, 1.04);
                if (Math.round(used) > 0) {
                    usage.add(new Usage(customer.id(), service.id(), now, Math.round(used), now.isBefore(last)));
                }
            }
        }
        return usage;
    }

    private double live(Customer customer, CloudService service, YearMonth now) {
        return goLives.getOrDefault(customer.id(), List.of()).stream()
                .filter(workload -> workload.service().equals(service.id()))
                .mapToDouble(workload -> workload.in(now))
                .sum();
    }

    private static GoLive goLive(DealState deal) {
        double amount = deal.amount().orElse(0L);
        return new GoLive(deal.service(), YearMonth.from(deal.closeDate()).plusMonths(LEAD), amount / CONTRACT);
    }

    private static double season(Customer customer, YearMonth month) {
        if (customer.industry().equals("Retail")) {
            return month.getMonthValue() >= 11 ? 1.22 : 0.97;
        }
        return month.getMonthValue() == 8 || month.getMonthValue() == 12 ? 0.95 : 1.01;
    }
}
