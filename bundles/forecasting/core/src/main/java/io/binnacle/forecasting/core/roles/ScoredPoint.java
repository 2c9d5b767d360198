package io.binnacle.forecasting.core.roles;

import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.forecasting.kernels.metrics.IntervalScores;
import io.binnacle.forecasting.kernels.metrics.NaiveErrors;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * One month of one series: what came, and the forecast of it from the latest past.
 *
 * @param step of the run, 0 for the month after its history
 */
record ScoredPoint(String series, YearMonth month, double actual, ForecastRun run, int step) {

    private static final double SAME_LEVEL = 1e-9;

    double error() {
        return Math.abs(actual - run.forecast().mean().get(step));
    }

    /** The error of repeating the last season, or the last value where there is no whole season. */
    double naiveError() {
        List<Double> values = run.input().values();
        int season =
                values.size() < run.input().seasonLength() ? 1 : run.input().seasonLength();
        return Math.abs(actual - values.get(values.size() - season + step % season));
    }

    Optional<Double> scaledError() {
        double[] history =
                run.input().values().stream().mapToDouble(Double::doubleValue).toArray();
        double scale = NaiveErrors.absolute(history, run.input().seasonLength());
        return scale > 0 ? Optional.of(error() / scale) : Optional.empty();
    }

    /** 1 when the value lies within the interval of the level, else 0; empty without such an interval. */
    Optional<Double> covered(double level) {
        return run.forecast().intervals().stream()
                .filter(interval -> Math.abs(interval.level() - level) < SAME_LEVEL)
                .findFirst()
                .map(interval -> interval.lower().get(step) <= actual
                                && actual <= interval.upper().get(step)
                        ? 1.0
                        : 0.0);
    }

    /** Twice the mean pinball loss over the mean, taken as the median, and the bounds. */
    double crps() {
        List<PredictionInterval> intervals = run.forecast().intervals();
        double sum = IntervalScores.pinball(0.5, actual, run.forecast().mean().get(step));
        for (PredictionInterval interval : intervals) {
            double tail = (1 - interval.level()) / 2;
            sum += IntervalScores.pinball(tail, actual, interval.lower().get(step));
            sum += IntervalScores.pinball(1 - tail, actual, interval.upper().get(step));
        }
        return 2 * sum / (1 + 2 * intervals.size());
    }
}
