package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.forecasting.kernels.robust.SeriesParts;
import io.binnacle.forecasting.kernels.robust.SeriesParts.Method;
import java.util.Arrays;

/** The means of a forecast as a line and the season of the past, as far as they follow it. */
record FutureSplit(double[] trend, double[] season, String remark) {

    // Any two means lie on a line, with a season and without.
    private static final int FEWEST_TO_DOUBT = 3;

    static FutureSplit of(ForecastRun run, SeriesParts parts) {
        double[] mean =
                run.forecast().mean().stream().mapToDouble(Double::doubleValue).toArray();
        FutureSplit plain = new FutureSplit(line(mean), new double[mean.length], "");
        if (parts.method() == Method.TREND) {
            return plain;
        }
        double[] season = repeated(parts, run.input().seasonLength(), mean.length);
        FutureSplit seasonal = new FutureSplit(line(minus(mean, season)), season, "");
        return mean.length >= FEWEST_TO_DOUBT && plain.error(mean) < seasonal.error(mean)
                ? new FutureSplit(plain.trend, plain.season, " The model does not forecast this season.")
                : seasonal;
    }

    private static double[] repeated(SeriesParts parts, int seasonLength, int horizon) {
        double[] past = parts.parts().season();
        double[] season = new double[horizon];
        Arrays.setAll(season, k -> past[past.length - seasonLength + k % seasonLength]);
        return season;
    }

    private double error(double[] mean) {
        return Arrays.stream(minus(minus(mean, season), trend))
                .map(rest -> rest * rest)
                .sum();
    }

    private static double[] minus(double[] values, double[] others) {
        double[] differences = new double[values.length];
        Arrays.setAll(differences, k -> values[k] - others[k]);
        return differences;
    }

    private static double[] line(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = Arrays.stream(values).average().orElse(0);
        double slope = 0;
        double spread = 0;
        for (int k = 0; k < values.length; k++) {
            slope += (k - middle) * (values[k] - mean);
            spread += (k - middle) * (k - middle);
        }
        double rise = spread == 0 ? 0 : slope / spread;
        double[] line = new double[values.length];
        Arrays.setAll(line, k -> mean + rise * (k - middle));
        return line;
    }
}
