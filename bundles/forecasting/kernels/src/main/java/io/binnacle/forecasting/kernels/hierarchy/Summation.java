package io.binnacle.forecasting.kernels.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which series of a hierarchy, or of groups that cross each other, sum which: the aggregates first, then the bottom
 * series, of which every aggregate is a sum.
 */
public final class Summation {

    private final int bottom;
    private final List<int[]> members;

    private Summation(int bottom, List<int[]> members) {
        this.bottom = bottom;
        this.members = members;
    }

    /**
     * @param bottom how many series sum nothing, at least 1
     * @param aggregates for each aggregate the indices of the bottom series that it sums, from 0
     * @throws IllegalArgumentException when an index is out of range
     */
    public static Summation of(int bottom, List<int[]> aggregates) {
        List<int[]> members = new ArrayList<>(aggregates);
        IntStream.range(0, bottom).forEach(series -> members.add(new int[] {series}));
        boolean inRange = members.stream().flatMapToInt(Arrays::stream).allMatch(index -> index >= 0 && index < bottom);
        if (bottom < 1 || !inRange) {
            throw new IllegalArgumentException("aggregates must sum bottom series from 0 to " + (bottom - 1));
        }
        return new Summation(bottom, List.copyOf(members));
    }

    /** How many series there are. */
    public int series() {
        return members.size();
    }

    /** How many of them sum nothing. */
    public int bottom() {
        return bottom;
    }

    /** How many bottom series each series sums. */
    public double[] sizes() {
        return members.stream().mapToDouble(sum -> sum.length).toArray();
    }

    /** The values of all series, from those of the bottom. */
    public double[] sums(double[] values) {
        return members.stream()
                .mapToDouble(
                        sum -> Arrays.stream(sum).mapToDouble(i -> values[i]).sum())
                .toArray();
    }

    /** The bottom values that are part of {@code values} of all series. */
    public double[] bottomOf(double[] values) {
        return Arrays.copyOfRange(values, series() - bottom, series());
    }

    /** By how much the values of all series fail to add up, at most. */
    public double gap(double[] values) {
        double[] coherent = sums(bottomOf(values));
        return IntStream.range(0, series())
                .mapToDouble(i -> Math.abs(values[i] - coherent[i]))
                .max()
                .orElseThrow();
    }

    /** The transposed summing matrix times a vector of all series. */
    double[] spread(double[] values) {
        double[] result = new double[bottom];
        for (int i = 0; i < series(); i++) {
            for (int series : members.get(i)) {
                result[series] += values[i];
            }
        }
        return result;
    }

    /** One column of the summing matrix. */
    double[] column(int series) {
        double[] unit = new double[bottom];
        unit[series] = 1;
        return sums(unit);
    }
}
