package io.binnacle.forecasting.ces;

import io.binnacle.forecasting.kernels.AkaikeWeights;
import io.binnacle.forecasting.kernels.Mixture;
import io.binnacle.forecasting.kernels.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * Complex exponential smoothing with each kind of season that a series admits, fitted and weighted (Svetunkov,
 * Kourentzes &amp; Ord 2022, whose package selects one). Plain Java; any thread may call.
 */
record Ces(double scale, List<Fit> fits) {

    /** The fewest observations for which the criterion exists without a season. */
    static final int FEWEST = 7;

    private static final int SEASONS_TO_SEE_ONE = 2;

    static Ces of(double[] values, int seasonLength) {
        double scale = Scale.of(values);
        double[] scaled = Scale.times(values, scale);
        boolean seasonal = seasonLength > 1 && values.length >= SEASONS_TO_SEE_ONE * seasonLength;
        List<Fit> fits = new ArrayList<>();
        for (Season season : Season.admissible(seasonal)) {
            if (values.length > season.degreesOfFreedom(seasonLength) + 1) {
                fits.add(new Likelihood(scaled, season, seasonLength).maximise());
            }
        }
        return new Ces(scale, fits);
    }

    /** The forecast of all fits together. */
    Mixture forecast(int horizon) {
        return new Mixture(
                        AkaikeWeights.of(fits.stream().mapToDouble(Fit::aicc).toArray()),
                        fits.stream().map(fit -> fit.mean(horizon)).toArray(double[][]::new),
                        fits.stream().map(fit -> fit.variance(horizon)).toArray(double[][]::new))
                .times(1 / scale);
    }
}
