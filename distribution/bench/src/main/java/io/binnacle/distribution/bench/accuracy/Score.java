package io.binnacle.distribution.bench.accuracy;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.kernels.metrics.IntervalScores;
import io.binnacle.forecasting.kernels.metrics.NaiveErrors;
import io.binnacle.forecasting.kernels.metrics.PointErrors;
import java.util.List;
import java.util.Locale;

/** What one model reaches over a set of series. Not for several threads. */
final class Score {

    static final double LEVEL = 0.95;

    static final String HEADER = """
        | set | periods a season | model | series | sMAPE | pooled | MASE | RMSSE | MSIS | cov95 | ms |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    private int series;
    private int scaled;
    private int periods;
    private double smape;
    private double pooled;
    private double mase;
    private double rmsse;
    private double msis;
    private double inside;
    private double milliseconds;

    void add(SplitSeries split, Forecast forecast, double took) {
        double[] actual = split.future();
        double[] mean = array(forecast.mean());
        double[] lower = array(forecast.intervals().get(0).lower());
        double[] upper = array(forecast.intervals().get(0).upper());
        double error = PointErrors.smape(actual, mean);
        series++;
        periods += actual.length;
        smape += error;
        pooled += error * actual.length;
        inside += IntervalScores.coverage(actual, lower, upper) * actual.length;
        milliseconds += took;
        if (NaiveErrors.absolute(split.past(), split.seasonLength()) > 0 && NaiveErrors.absolute(split.past(), 1) > 0) {
            scaled++;
            mase += PointErrors.mase(split.past(), split.seasonLength(), actual, mean);
            rmsse += PointErrors.rmsse(split.past(), actual, mean);
            msis += IntervalScores.msis(split.past(), split.seasonLength(), LEVEL, actual, lower, upper);
        }
    }

    String row(String set, String seasonLength, String model) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %.2f | %.2f | %.3f | %.3f | %.2f | %.1f | %.3f |",
                set,
                seasonLength,
                model,
                series,
                smape / series,
                pooled / periods,
                mase / scaled,
                rmsse / scaled,
                msis / scaled,
                100 * inside / periods,
                milliseconds / series);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
