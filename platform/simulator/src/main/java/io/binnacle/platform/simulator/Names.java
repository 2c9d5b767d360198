package io.binnacle.platform.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Names of people, none twice. The family names are made up. */
final class Names {

    private static final List<String> GIVEN = List.of(
            "Alma", "Anton", "Bela", "Carla", "Cyril", "Dana", "Dario", "Edda", "Emil", "Enya", "Fabian", "Flora",
            "Gero", "Greta", "Hanno", "Ilva", "Ines", "Jona", "Juna", "Kaspar", "Kira", "Lars", "Leona", "Malik",
            "Mara", "Milan", "Nela", "Noor", "Odo", "Oona", "Pavel", "Petra", "Quin", "Rafa", "Ronja", "Samir", "Selma",
            "Tarek", "Thea", "Uma", "Viktor", "Wanda", "Xenia", "Yara", "Zoran");

    private static final List<String> FAMILY = List.of(
            "Averdal",
            "Brenquist",
            "Cardolin",
            "Dornavik",
            "Elmgrave",
            "Farsund-Oye",
            "Galvane",
            "Hestrel",
            "Ivermoor",
            "Jastrow-Lin",
            "Kelvarn",
            "Lindovar",
            "Marenholt",
            "Nordavel",
            "Ostrevic",
            "Pellandre",
            "Quastrel",
            "Rovanek",
            "Silverdahl",
            "Torvane",
            "Ulmarik",
            "Vesterlane",
            "Wexlund",
            "Yndervik",
            "Zelmarov");

    private final Iterator<String> names;

    Names(Dice dice) {
        List<String> all = new ArrayList<>();
        GIVEN.forEach(given -> FAMILY.forEach(family -> all.add(given + " " + family)));
        this.names = dice.shuffled(all).iterator();
    }

    String next() {
        return names.next();
    }
}
