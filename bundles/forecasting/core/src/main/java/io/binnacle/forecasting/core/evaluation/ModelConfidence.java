package io.binnacle.forecasting.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which of several models may be the best: the model confidence set of Hansen, Lunde &amp; Nason (2011). One
 * after another the worst is taken out, by the largest standardised loss beyond the mean of those left; the
 * p-value of a model is the largest of the tests up to its leaving. Those above 0.1 are the set at 90 %. Series
 * are taken as independent, so the bootstrap draws single series; it is seeded.
 */
final class ModelConfidence {

    private static final int DRAWS = 1_000;
    private static final long SEED = 42;

    private final double[] means;
    private final double[][] drawn;

    private ModelConfidence(double[] means, double[][] drawn) {
        this.means = means;
        this.drawn = drawn;
    }

    /**
     * @param losses one row a model, one column a series
     * @return one p-value a model, 1 for the best
     */
    static double[] pValues(double[][] losses) {
        double[] means = Arrays.stream(losses)
                .mapToDouble(row -> Arrays.stream(row).average().orElse(0))
                .toArray();
        return new ModelConfidence(means, draw(losses)).eliminate();
    }

    private static double[][] draw(double[][] losses) {
        int series = losses[0].length;
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] drawn = new double[DRAWS][losses.length];
        for (double[] sums : drawn) {
            for (int k = 0; k < series; k++) {
                int one = random.nextInt(series);
                for (int model = 0; model < losses.length; model++) {
                    sums[model] += losses[model][one] / series;
                }
            }
        }
        return drawn;
    }

    private double[] eliminate() {
        double[] p = new double[means.length];
        Arrays.fill(p, 1);
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, means.length).boxed().toList());
        double largest = 0;
        while (left.size() > 1) {
            double[] deviations = deviations(left);
            double[] statistics = statistics(left, deviations);
            int worst = IntStream.range(0, left.size())
                    .boxed()
                    .max(Comparator.comparingDouble(i -> statistics[i]))
                    .orElseThrow();
            largest = Math.max(largest, beyond(left, deviations, statistics[worst]));
            p[left.remove(worst)] = largest;
        }
        return p;
    }

    private double[] statistics(List<Integer> left, double[] deviations) {
        double[] excess = excess(means, left);
        return IntStream.range(0, left.size())
                .mapToDouble(i -> deviations[i] > 0 ? excess[i] / deviations[i] : 0)
                .toArray();
    }

    /** How far each model's mean loss beyond the others' strays from draw to draw. */
    private double[] deviations(List<Integer> left) {
        double[] known = excess(means, left);
        double[] squares = new double[left.size()];
        for (double[] draw : drawn) {
            double[] excess = excess(draw, left);
            for (int i = 0; i < squares.length; i++) {
                squares[i] += (excess[i] - known[i]) * (excess[i] - known[i]) / DRAWS;
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /** In what share of the draws chance alone makes a greater statistic. */
    private double beyond(List<Integer> left, double[] deviations, double statistic) {
        double[] known = excess(means, left);
        long greater = Arrays.stream(drawn)
                .map(draw -> excess(draw, left))
                .filter(excess -> IntStream.range(0, deviations.length)
                                .filter(i -> deviations[i] > 0)
                                .mapToDouble(i -> (excess[i] - known[i]) / deviations[i])
                                .max()
                                .orElse(0)
                        >= statistic)
                .count();
        return greater / (double) DRAWS;
    }

    private static double[] excess(double[] losses, List<Integer> left) {
        double mean =
                left.stream().mapToDouble(model -> losses[model]).average().orElse(0);
        return left.stream().mapToDouble(model -> losses[model] - mean).toArray();
    }
}
