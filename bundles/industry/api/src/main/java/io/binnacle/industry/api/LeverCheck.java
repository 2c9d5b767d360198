package io.binnacle.industry.api;

import io.binnacle.industry.api.Lever.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Says what is wrong with the levers of a pack. */
final class LeverCheck {

    private static final Set<String> RESULTS = Set.of("value", "low", "high", "currency");

    private LeverCheck() {}

    static List<String> problems(PackContent pack) {
        Set<String> kpis = pack.kpis().stream()
                .flatMap(PackCheck::withDrivers)
                .map(Kpi::key)
                .collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        for (Lever lever : pack.levers()) {
            String place = "/levers: " + lever.key();
            if (!kpis.contains(lever.driver())) {
                faults.add(place + " moves '" + lever.driver() + "', which is no KPI of the pack");
            }
            variables(lever, place, faults);
            formula(lever, place, faults);
            sentence(lever, place, faults);
        }
        return faults;
    }

    private static void variables(Lever lever, String place, List<String> faults) {
        if (lever.variables().size() > LeverMath.MOST_VARIABLES) {
            faults.add(place + " has more than " + LeverMath.MOST_VARIABLES + " variables");
        }
        for (Variable variable : lever.variables()) {
            variable.typical().ifPresent(typical -> typical(place + ", " + variable.name(), typical, faults));
        }
    }

    private static void typical(String place, TypicalRange typical, List<String> faults) {
        if (typical.low().compareTo(typical.high()) > 0) {
            faults.add(place + " has a typical range that ends before it begins");
        }
        if (typical.n() < Benchmark.FEWEST) {
            faults.add(place + " has a typical range of " + typical.n() + " firms; at least " + Benchmark.FEWEST
                    + " are needed");
        }
        if (typical.source().isBlank()) {
            faults.add(place + " has a typical range without a source");
        }
    }

    private static void formula(Lever lever, String place, List<String> faults) {
        try {
            Set<String> used = Formula.parse(lever.formula()).variables();
            Set<String> declared = names(lever);
            if (!used.equals(declared)) {
                faults.add(place + " has the variables " + declared + ", but its formula uses " + used);
            }
        } catch (IllegalArgumentException e) {
            faults.add(place + ", formula: " + e.getMessage());
        }
    }

    private static void sentence(Lever lever, String place, List<String> faults) {
        Set<String> known = names(lever);
        known.addAll(RESULTS);
        Sentence.PLACE
                .matcher(lever.sentence())
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(place + ", sentence: there is nothing to put in for {" + name + "}"));
        if (!lever.sentence().contains("{value}")) {
            faults.add(place + ", sentence: it does not say the {value}");
        }
    }

    private static Set<String> names(Lever lever) {
        return lever.variables().stream().map(Variable::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
