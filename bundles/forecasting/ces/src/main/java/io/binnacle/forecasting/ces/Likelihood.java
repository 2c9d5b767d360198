package io.binnacle.forecasting.ces;

import io.binnacle.forecasting.kernels.NelderMead;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Minus twice the logarithm of the likelihood as a function of the smoothing parameters. */
final class Likelihood implements ToDoubleFunction<double[]> {

    private static final double STEP = 0.1;
    private static final double TOLERANCE = 1e-3;
    private static final double[] LOW = {0.01, 0.01, 0.01, 0.01};
    private static final double[] HIGH = {2.5, 2, 2.5, 2};
    private static final double[] START = {1.3, 1, 1.3, 1};
    private static final double SLOW_SEASON = 0.1;
    // What rounding leaves of a perfect fit; its logarithm must stay finite.
    private static final double SMALLEST_SQUARE = 1e-20;

    private final double[] values;
    private final Season season;
    private final int seasonLength;
    private final Smoother start;
    private final Smoother smoother;

    Likelihood(double[] values, Season season, int seasonLength) {
        this.values = values;
        this.season = season;
        this.seasonLength = seasonLength;
        this.start = StartingState.of(values, season, seasonLength);
        this.smoother = new Smoother(season, seasonLength);
    }

    Fit maximise() {
        double[] low = Arrays.copyOf(LOW, season.parameters());
        double[] high = Arrays.copyOf(HIGH, season.parameters());
        double[] point = Arrays.copyOf(START, season.parameters());
        if (season == Season.PARTIAL) {
            point[2] = SLOW_SEASON;
            high[2] = 1;
        }
        new NelderMead(this, low, high).minimise(point, STEP, TOLERANCE);
        return at(point);
    }

    /** The fit with parameters that are given. */
    Fit at(double[] point) {
        double squares = squares(Parameters.of(season, point));
        int freedom = season.degreesOfFreedom(seasonLength);
        return new Fit(
                smoother,
                values.length,
                logarithm(squares) + 2.0 * freedom * values.length / (values.length - freedom - 1),
                Math.sqrt(squares / Math.max(1, values.length - season.parameters())));
    }

    @Override
    public double applyAsDouble(double[] point) {
        Parameters parameters = Parameters.of(season, point);
        return parameters.areStable(season) ? logarithm(squares(parameters)) : Double.POSITIVE_INFINITY;
    }

    private double squares(Parameters parameters) {
        smoother.set(parameters);
        smoother.set(start);
        smoother.forth(values);
        smoother.back(values);
        return smoother.forth(values);
    }

    private double logarithm(double squares) {
        double likelihood = values.length * Math.log(squares + SMALLEST_SQUARE * values.length);
        return Double.isNaN(likelihood) ? Double.POSITIVE_INFINITY : likelihood;
    }
}
