package io.binnacle.forecasting.core.evaluation;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.kernels.metrics.Conformal;
import io.binnacle.forecasting.kernels.metrics.IntervalScores;
import io.binnacle.forecasting.kernels.metrics.NaiveErrors;
import io.binnacle.forecasting.kernels.metrics.PointErrors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How one forecast of one series did. What is scaled is scaled by the errors of the seasonal naive forecast within
 * the history, RMSSE by those of the naive one; it is NaN where the history only repeats itself or is too short.
 *
 * @param periods how many were judged
 * @param crps scaled, too
 * @param error the sum of forecast minus actual
 * @param inside how many periods lay in the interval
 * @param strains how far each period strained the interval
 */
record Score(
        int periods,
        double smape,
        double mase,
        double rmsse,
        double msis,
        double crps,
        double absoluteError,
        double error,
        double absoluteActual,
        int inside,
        double[] strains) {

    static Score of(SplitSeries split, Forecast forecast, Yardstick yardstick) {
        return of(split, forecast, yardstick, 0, split.actual().length);
    }

    /** Of the steps from {@code first} up to before {@code end} alone, counted from 0. */
    static Score of(SplitSeries split, Forecast forecast, Yardstick yardstick, int first, int end) {
        double[] actual = Arrays.copyOfRange(split.actual(), first, end);
        double[] mean = part(forecast.mean(), first, end);
        PredictionInterval judged = interval(forecast, yardstick.level());
        double[] lower = part(judged.lower(), first, end);
        double[] upper = part(judged.upper(), first, end);
        double[] history = split.history().toArray();
        double scale = scale(NaiveErrors.absolute(history, split.history().seasonLength()));
        double absolute = PointErrors.mae(actual, mean) * actual.length;
        return new Score(
                actual.length,
                PointErrors.smape(actual, mean),
                absolute / actual.length / scale,
                scale(NaiveErrors.squared(history, 1)) > 0 ? PointErrors.rmsse(history, actual, mean) : Double.NaN,
                IntervalScores.intervalScore(yardstick.level(), actual, lower, upper) / scale,
                crps(forecast, yardstick, actual, first) / scale,
                absolute,
                Arrays.stream(mean).sum() - Arrays.stream(actual).sum(),
                Arrays.stream(actual).map(Math::abs).sum(),
                (int) Math.round(IntervalScores.coverage(actual, lower, upper) * actual.length),
                IntStream.range(0, actual.length)
                        .mapToDouble(step -> Conformal.strain(actual[step], mean[step], lower[step], upper[step]))
                        .toArray());
    }

    boolean isScaled() {
        return !Double.isNaN(mase) && !Double.isNaN(rmsse);
    }

    private static double scale(double naiveError) {
        return naiveError > 0 ? naiveError : Double.NaN;
    }

    private static double crps(Forecast forecast, Yardstick yardstick, double[] actual, int first) {
        List<PredictionInterval> spread = yardstick.spread().stream()
                .map(level -> interval(forecast, level))
                .toList();
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            sum += IntervalScores.crps(yardstick.probabilities(), actual[step], quantiles(spread, first + step));
        }
        return sum / actual.length;
    }

    private static double[] quantiles(List<PredictionInterval> spread, int step) {
        int count = spread.size();
        double[] quantiles = new double[2 * count];
        for (int i = 0; i < count; i++) {
            quantiles[count - 1 - i] = spread.get(i).lower().get(step);
            quantiles[count + i] = spread.get(i).upper().get(step);
        }
        return quantiles;
    }

    private static PredictionInterval interval(Forecast forecast, double level) {
        return forecast.intervals().stream()
                .filter(interval -> interval.level() == level)
                .findFirst()
                .orElseThrow();
    }

    private static double[] part(List<Double> values, int first, int end) {
        return values.subList(first, end).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
