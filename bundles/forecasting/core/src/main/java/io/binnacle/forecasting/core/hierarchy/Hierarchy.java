package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.kernels.hierarchy.Summation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Series and all their sums, the whole first and the series that sum nothing last. */
final class Hierarchy {

    private final Structure structure;
    private final List<BottomSeries> bottom;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final Summation summation;
    private final double[][] values;
    private final int seasonLength;

    private Hierarchy(Structure structure, List<BottomSeries> bottom, int seasonLength) {
        this.structure = structure;
        this.bottom = bottom;
        this.seasonLength = seasonLength;
        List<int[]> sums = addLevels();
        summation = Summation.of(bottom.size(), sums);
        values = new double[nodes.size()][bottom.get(0).values().length];
        for (int t = 0; t < values[0].length; t++) {
            int at = t;
            double[] all = summation.sums(
                    bottom.stream().mapToDouble(series -> series.values()[at]).toArray());
            for (int node = 0; node < all.length; node++) {
                values[node][t] = all[node];
            }
        }
    }

    /**
     * A level that divides the series as an earlier one does, or not at all, is left out.
     *
     * @param bottom at least two, all as long, each with every group of the structure
     */
    static Hierarchy of(Structure structure, List<BottomSeries> bottom, int seasonLength) {
        return new Hierarchy(structure, bottom, seasonLength);
    }

    Hierarchy withSeasonLength(int periods) {
        return new Hierarchy(structure, bottom, periods);
    }

    Summation summation() {
        return summation;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The node that each node is a direct part of, where the structure is a tree; the whole has none, which is -1. */
    int[] parents() {
        return parents.stream().mapToInt(Integer::intValue).toArray();
    }

    int periods() {
        return values[0].length;
    }

    int seasonLength() {
        return seasonLength;
    }

    double value(int node, int period) {
        return values[node][period];
    }

    /** The first periods of a node. */
    TimeSeries history(int node, int periods) {
        return new TimeSeries(Arrays.copyOf(values[node], periods), seasonLength);
    }

    /** The values of the series that sum nothing. */
    double[][] bottomValues() {
        return Arrays.copyOfRange(values, summation.series() - summation.bottom(), summation.series());
    }

    private List<int[]> addLevels() {
        List<int[]> sums = new ArrayList<>();
        int[] holders = new int[bottom.size()];
        Arrays.fill(holders, -1);
        Set<Object> divisions = new HashSet<>();
        for (Level level : structure.levels()) {
            Map<Map<String, String>, List<Integer>> division = division(level);
            if (division.size() < bottom.size() && divisions.add(Set.copyOf(division.values()))) {
                division.forEach((groups, members) -> {
                    parents.add(holders[members.get(0)]);
                    members.forEach(member -> holders[member] = nodes.size());
                    nodes.add(new Node(level.nodeName(groups), level.name(), groups));
                    sums.add(members.stream().mapToInt(Integer::intValue).toArray());
                });
            }
        }
        for (int i = 0; i < holders.length; i++) {
            parents.add(holders[i]);
            nodes.add(new Node(bottom.get(i).id(), Level.BOTTOM, groups(structure.groups(), bottom.get(i))));
        }
        return sums;
    }

    private Map<Map<String, String>, List<Integer>> division(Level level) {
        List<String> names = level.groups();
        return IntStream.range(0, bottom.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> groups(names, bottom.get(i)), LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, String> groups(List<String> names, BottomSeries series) {
        Map<String, String> groups = new LinkedHashMap<>();
        names.forEach(name -> groups.put(name, series.groups().get(name)));
        return groups;
    }
}
