package io.binnacle.forecasting.combination;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Makes one value of what the members say about one point, in the order of their answers.
 *
 * <p>Each is monotone: where no member's value is lower than before, neither is the result. So bounds that are
 * nested in every member's forecast are nested in the combination's.
 */
interface Middle {

    /** The arithmetic mean. */
    Middle MEAN = values -> DoubleStream.of(values).sum() / values.length;

    /** The median; of an even number of values the mean of the two in the middle. */
    Middle MEDIAN = Middle::median;

    double of(double[] values);

    /** @param weights one for each answer, not negative; when all are 0, they count alike */
    static Middle weighted(double[] weights) {
        double sum = DoubleStream.of(weights).sum();
        if (sum == 0) {
            return MEAN;
        }
        double[] shares = DoubleStream.of(weights).map(weight -> weight / sum).toArray();
        return values -> IntStream.range(0, values.length)
                .mapToDouble(i -> shares[i] * values[i])
                .sum();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }
}
