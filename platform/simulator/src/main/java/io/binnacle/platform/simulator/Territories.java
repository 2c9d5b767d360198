package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who sells to whom. One seller leaves eight months before the end, and a colleague takes over. */
final class Territories {

    private final Map<String, String> sellerOf = new HashMap<>();
    private final SalesForce salesForce;
    private final String leaver;
    private final String successor;
    private final LocalDate leaves;

    Territories(SalesForce salesForce, List<Customer> customers, LocalDate end) {
        this.salesForce = salesForce;
        Map<String, Integer> given = new HashMap<>();
        for (Customer customer : customers) {
            if (customer.group().isEmpty()) {
                List<Seat> sellers = salesForce.sellersIn(customer.region());
                int turn = given.merge(customer.region(), 1, Integer::sum) - 1;
                sellerOf.put(customer.id(), sellers.get(turn % sellers.size()).id());
            }
        }
        this.leaver = salesForce.sellersIn(Market.SOUTH).get(1).id();
        this.successor = salesForce.colleaguesOf(leaver).get(0).id();
        this.leaves = WorkingDays.onOrBefore(end.minusMonths(8));
    }

    /** Who begins a deal with {@code customer}: mostly the account's seller, now and then a colleague. */
    String sellerFor(Customer customer, LocalDate day, Dice dice) {
        String seller = sellerOf.get(customer.groupId());
        String chosen = dice.chance(0.8) ? seller : colleagueOf(seller, dice);
        return chosen.equals(leaver) && !day.isBefore(leaves) ? successor : chosen;
    }

    /** Somebody of the same team who is still there. */
    String colleagueOf(String seller, Dice dice) {
        List<Seat> colleagues = salesForce.colleaguesOf(seller).stream()
                .filter(seat -> !seat.id().equals(leaver))
                .toList();
        return dice.oneOf(colleagues).id();
    }

    /** The account's own seller before anybody left. */
    String sellerOf(Customer customer) {
        return sellerOf.get(customer.groupId());
    }

    /** The account's seller at the end. */
    String presentSellerOf(Customer customer) {
        String seller = sellerOf(customer);
        return seller.equals(leaver) ? successor : seller;
    }

    String leaver() {
        return leaver;
    }

    String successor() {
        return successor;
    }

    LocalDate leaves() {
        return leaves;
    }
}
