package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that was simulated: what a strategic account team would find in its systems on one morning.
 *
 * <p>Records name each other by their ids. All amounts are whole euros.
 *
 * @param start the first day of the three years; deals that were open then began before it
 * @param end the morning on which it is looked at; nothing has happened on this day yet
 */
public record World(
        LocalDate start,
        LocalDate end,
        List<Seat> seats,
        List<Customer> customers,
        List<CloudService> services,
        List<Deal> deals,
        List<Quota> quotas,
        List<Person> people,
        List<Usage> usage,
        List<AccountPlan> plans) {

    /** The currency of every amount. */
    public static final String CURRENCY = "EUR";

    public World {
        seats = List.copyOf(seats);
        customers = List.copyOf(customers);
        services = List.copyOf(services);
        deals = List.copyOf(deals);
        quotas = List.copyOf(quotas);
        people = List.copyOf(people);
        usage = List.copyOf(usage);
        plans = List.copyOf(plans);
    }
}
