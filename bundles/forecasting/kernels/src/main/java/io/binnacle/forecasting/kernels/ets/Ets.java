package io.binnacle.forecasting.kernels.ets;

import io.binnacle.forecasting.kernels.AkaikeWeights;
import io.binnacle.forecasting.kernels.Mixture;
import io.binnacle.forecasting.kernels.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All forms of exponential smoothing that a series admits, fitted and weighted rather than selected. Plain Java;
 * any thread may call.
 */
public record Ets(double scale, List<FormFit> fits) {

    /** The fewest observations for which the criterion of the smallest form exists. */
    public static final int FEWEST = 5;

    private static final int SEASONS_TO_SEE_ONE = 2;
    // Errors of more than the forecast itself are no shares of something positive, and their variance explodes.
    private static final double LARGEST_SHARE = 1;

    public static Ets of(double[] values, int seasonLength) {
        double scale = Scale.of(values);
        double[] scaled = Scale.times(values, scale);
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        boolean seasonal = seasonLength > 1 && values.length >= SEASONS_TO_SEE_ONE * seasonLength;
        List<FormFit> fits = new ArrayList<>();
        for (Form form : Form.admissible(positive, seasonal)) {
            if (values.length > form.degreesOfFreedom(seasonLength) + 1) {
                fits.add(new Likelihood(scaled, form, seasonLength).maximise());
            }
        }
        fits.removeIf(fit -> fit.form().hasRelativeErrors() && !(fit.sigma() <= LARGEST_SHARE));
        return new Ets(scale, fits);
    }

    /** The forecast of all fits together. */
    public Mixture forecast(int horizon) {
        return new Mixture(
                        AkaikeWeights.of(
                                fits.stream().mapToDouble(FormFit::aicc).toArray()),
                        fits.stream().map(fit -> fit.mean(horizon)).toArray(double[][]::new),
                        fits.stream().map(fit -> Variance.of(fit, horizon)).toArray(double[][]::new))
                .times(1 / scale);
    }
}
