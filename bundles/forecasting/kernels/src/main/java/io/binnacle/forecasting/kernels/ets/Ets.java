package io.binnacle.forecasting.kernels.ets;

import io.binnacle.forecasting.kernels.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All forms of exponential smoothing that a series admits, fitted and weighted by how well they describe it
 * for the parameters they take: exp(-AICc / 4), which is the weight of Burnham &amp; Anderson (2002) and Kolassa
 * (2011) made half as sure. Plain Java; any thread may call.
 */
public record Ets(double scale, List<FormFit> fits, double[] weights) {

    /** The fewest observations for which the criterion of the smallest form exists. */
    public static final int FEWEST = 5;

    private static final int SEASONS_TO_SEE_ONE = 2;
    // Errors of more than the forecast itself are no shares of something positive, and their variance explodes.
    private static final double LARGEST_SHARE = 1;
    // Half as sure as the criterion says: with 2 for 4, M3 is forecast 1 % worse from within its training parts.
    private static final double TEMPERATURE = 4;
    private static final double NEGLIGIBLE = 1e-3;

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
        return weighted(scale, fits);
    }

    private static Ets weighted(double scale, List<FormFit> fits) {
        double least = fits.stream().mapToDouble(FormFit::aicc).min().orElseThrow();
        List<FormFit> kept =
                fits.stream().filter(fit -> weight(fit, least) > NEGLIGIBLE).toList();
        double total = kept.stream().mapToDouble(fit -> weight(fit, least)).sum();
        return new Ets(
                scale,
                kept,
                kept.stream().mapToDouble(fit -> weight(fit, least) / total).toArray());
    }

    private static double weight(FormFit fit, double least) {
        return Math.exp((least - fit.aicc()) / TEMPERATURE);
    }

    public double[] mean(int horizon) {
        double[] mean = new double[horizon];
        for (int k = 0; k < weights.length; k++) {
            double[] one = fits.get(k).mean(horizon);
            for (int step = 0; step < horizon; step++) {
                mean[step] += weights[k] * one[step] / scale;
            }
        }
        return mean;
    }

    /** The standard deviation of each period's error: that within the forms, and that between them. */
    public double[] deviation(int horizon) {
        double[] mean = mean(horizon);
        double[] deviation = new double[horizon];
        for (int k = 0; k < weights.length; k++) {
            double[] one = fits.get(k).mean(horizon);
            double[] variance = Variance.of(fits.get(k), horizon);
            for (int step = 0; step < horizon; step++) {
                double apart = one[step] - mean[step] * scale;
                deviation[step] += weights[k] * (variance[step] + apart * apart);
            }
        }
        for (int step = 0; step < horizon; step++) {
            deviation[step] = Math.sqrt(deviation[step]) / scale;
        }
        return deviation;
    }
}
