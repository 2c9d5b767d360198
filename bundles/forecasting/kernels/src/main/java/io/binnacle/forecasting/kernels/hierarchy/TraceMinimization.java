package io.binnacle.forecasting.kernels.hierarchy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Forecasts that add up with the least variance of error among all linear, unbiased ways (MinT: Wickramasuriya,
 * Athanasopoulos and Hyndman, JASA 2019): {@code S (S'W⁻¹S)⁻¹ S'W⁻¹} times the forecasts, where S sums and W is the
 * covariance of their errors.
 */
public final class TraceMinimization implements Reconciler {

    private static final int PATIENCE = 3;
    private static final double TOLERANCE = 1e-9;

    private final Summation summation;
    private final Cholesky weights;
    private final double[][] normal;
    private final Cholesky solver;
    private final boolean positive;

    private TraceMinimization(Summation summation, ErrorCovariance covariance, boolean positive) {
        this.summation = summation;
        this.weights = Cholesky.of(covariance.matrix());
        this.normal = normal(summation, weights);
        this.solver = Cholesky.of(normal);
        this.positive = positive;
    }

    /** Values of any sign. */
    public static TraceMinimization of(Summation summation, ErrorCovariance covariance) {
        return new TraceMinimization(summation, covariance, false);
    }

    /** The nearest values none of which is below zero (Wickramasuriya, Turlach and Hyndman 2020). */
    public static TraceMinimization nonNegative(Summation summation, ErrorCovariance covariance) {
        return new TraceMinimization(summation, covariance, true);
    }

    @Override
    public double[] reconcile(double[] base) {
        double[] right = summation.spread(weights.solve(base));
        double[] bottom = solver.solve(right);
        return summation.sums(positive ? pivoted(bottom, right) : bottom);
    }

    // Block principal pivoting with its finite backup rule (Júdice and Pires 1994): the free values solve the normal
    // equations, the others are zero with a gradient that would push them below.
    private double[] pivoted(double[] unconstrained, double[] right) {
        int n = right.length;
        boolean[] free = new boolean[n];
        double[] bottom = unconstrained;
        Arrays.fill(free, true);
        int fewest = n + 1;
        int patience = PATIENCE;
        while (true) {
            double[] gradient = gradient(bottom, right);
            int broken = 0;
            int last = -1;
            for (int i = 0; i < n; i++) {
                if (isBroken(free[i], bottom[i], gradient[i])) {
                    broken++;
                    last = i;
                }
            }
            if (broken == 0) {
                return bottom;
            }
            if (broken < fewest) {
                fewest = broken;
                patience = PATIENCE;
            } else {
                patience--;
            }
            for (int i = patience > 0 ? 0 : last; i <= last; i++) {
                free[i] ^= isBroken(free[i], bottom[i], gradient[i]);
            }
            bottom = solve(free, right);
        }
    }

    private static boolean isBroken(boolean free, double value, double gradient) {
        return free ? value < -TOLERANCE : gradient > TOLERANCE;
    }

    private double[] gradient(double[] bottom, double[] right) {
        double[] gradient = right.clone();
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < bottom.length; j++) {
                gradient[i] -= normal[i][j] * bottom[j];
            }
        }
        return gradient;
    }

    private double[] solve(boolean[] free, double[] right) {
        int[] places = IntStream.range(0, free.length).filter(i -> free[i]).toArray();
        double[][] part = new double[places.length][places.length];
        double[] some = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            some[i] = right[places[i]];
            for (int j = 0; j < places.length; j++) {
                part[i][j] = normal[places[i]][places[j]];
            }
        }
        double[] solved = Cholesky.of(part).solve(some);
        double[] bottom = new double[free.length];
        for (int i = 0; i < places.length; i++) {
            bottom[places[i]] = solved[i];
        }
        return bottom;
    }

    private static double[][] normal(Summation summation, Cholesky weights) {
        double[][] normal = new double[summation.bottom()][];
        for (int series = 0; series < normal.length; series++) {
            normal[series] = summation.spread(weights.solve(summation.column(series)));
        }
        return normal;
    }
}
