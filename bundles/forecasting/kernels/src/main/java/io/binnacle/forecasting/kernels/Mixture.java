package io.binnacle.forecasting.kernels;

/**
 * Forecasts of which each is right with some probability.
 *
 * @param weights the probabilities, together 1
 * @param means the mean of each forecast, by period
 * @param variances the variance of each forecast's error, by period
 */
public record Mixture(double[] weights, double[][] means, double[][] variances) {

    /** The mean of each period. */
    public double[] mean() {
        double[] mean = new double[means[0].length];
        for (int k = 0; k < weights.length; k++) {
            for (int step = 0; step < mean.length; step++) {
                mean[step] += weights[k] * means[k][step];
            }
        }
        return mean;
    }

    /** The standard deviation of each period's error: that within the forecasts, and that between them. */
    public double[] deviation() {
        double[] mean = mean();
        double[] deviation = new double[mean.length];
        for (int k = 0; k < weights.length; k++) {
            for (int step = 0; step < mean.length; step++) {
                double apart = means[k][step] - mean[step];
                deviation[step] += weights[k] * (variances[k][step] + apart * apart);
            }
        }
        for (int step = 0; step < mean.length; step++) {
            deviation[step] = Math.sqrt(deviation[step]);
        }
        return deviation;
    }

    /** The same in another unit. */
    public Mixture times(double factor) {
        double[][] scaledMeans = new double[means.length][];
        double[][] scaledVariances = new double[means.length][];
        for (int k = 0; k < means.length; k++) {
            scaledMeans[k] = Scale.times(means[k], factor);
            scaledVariances[k] = Scale.times(variances[k], factor * factor);
        }
        return new Mixture(weights, scaledMeans, scaledVariances);
    }
}
