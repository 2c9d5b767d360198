package io.binnacle.platform.simulator;

import static io.binnacle.platform.simulator.Seat.Level.MANAGER;
import static io.binnacle.platform.simulator.Seat.Level.REGION;
import static io.binnacle.platform.simulator.Seat.Level.SELLER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two regions with two managers each, who lead three sellers each. */
final class SalesForce {

    private static final List<String> REGIONS = List.of(Market.NORTH, Market.SOUTH);

    private final List<Seat> seats = new ArrayList<>();

    SalesForce(Names names) {
        for (int region = 0; region < REGIONS.size(); region++) {
            String regionId = add("region-" + (region + 1), REGIONS.get(region), REGION, null);
            for (int manager = 1; manager <= 2; manager++) {
                String managerId = add("manager-" + (2 * region + manager), names.next(), MANAGER, regionId);
                for (int seller = 1; seller <= 3; seller++) {
                    add("seller-" + (6 * region + 3 * (manager - 1) + seller), names.next(), SELLER, managerId);
                }
            }
        }
    }

    List<Seat> seats() {
        return seats;
    }

    List<Seat> reportsOf(String seat) {
        return seats.stream()
                .filter(other -> other.parent().equals(Optional.of(seat)))
                .toList();
    }

    Optional<String> parentOf(String id) {
        return seat(id).parent();
    }

    String nameOf(String id) {
        return seat(id).name();
    }

    /** The sellers of a region, by its name. */
    List<Seat> sellersIn(String region) {
        return seats.stream()
                .filter(seat -> seat.name().equals(region))
                .flatMap(found -> reportsOf(found.id()).stream())
                .flatMap(manager -> reportsOf(manager.id()).stream())
                .toList();
    }

    /** Those who work for the same manager. */
    List<Seat> colleaguesOf(String seller) {
        return reportsOf(parentOf(seller).orElseThrow()).stream()
                .filter(seat -> !seat.id().equals(seller))
                .toList();
    }

    private Seat seat(String id) {
        return seats.stream().filter(seat -> seat.id().equals(id)).findFirst().orElseThrow();
    }

    private String add(String id, String name, Seat.Level level, String parent) {
        seats.add(new Seat(id, name, level, Optional.ofNullable(parent)));
        return id;
    }
}
