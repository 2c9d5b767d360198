package io.binnacle.platform.simulator;

import java.time.LocalDate;

/** Deals change hands when a seller leaves, and now and then within a team. */
final class HandOvers implements DealProcess {

    private final Territories territories;

    HandOvers(Territories territories) {
        this.territories = territories;
    }

    @Override
    public void plan(Course course, Timeline timeline, Dice dice) {
        if (dice.chance(0.05)) {
            Dice choice = dice.named("colleague");
            timeline.whileOpen(
                    course.after(dice.between(0.3, 0.8)),
                    deal -> deal.owner = territories.colleagueOf(deal.owner, choice));
        }
        LocalDate leaves = territories.leaves();
        if (course.begun().isBefore(leaves)) {
            timeline.whileOpen(leaves, deal -> {
                if (deal.owner.equals(territories.leaver())) {
                    deal.owner = territories.successor();
                }
            });
        }
    }
}
