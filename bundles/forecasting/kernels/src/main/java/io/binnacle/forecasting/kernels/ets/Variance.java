package io.binnacle.forecasting.kernels.ets;

/**
 * The variance of the error of each period ahead (Hyndman et al. 2008, chapter 6, table 6.2). Exact where the
 * season adds, and within the first season where it multiplies; after that an error is taken to move level and
 * season as if their shares added up, which is nearer to the exact moments than the approximation of the table.
 */
final class Variance {

    private Variance() {}

    static double[] of(FormFit fit, int horizon) {
        double[] responses = responses(fit, horizon);
        return fit.form().hasRelativeErrors()
                ? ofRelativeErrors(fit, responses)
                : ofAdditiveErrors(fit.sigma() * fit.sigma(), responses);
    }

    private static double[] responses(FormFit fit, int horizon) {
        Smoothing smoothing = fit.smoothing();
        double[] responses = new double[horizon];
        double slopeSoFar = 0;
        double damping = 1;
        int seasonLength = fit.form().hasSeason() ? fit.season().length : Integer.MAX_VALUE;
        for (int ahead = 1; ahead < horizon; ahead++) {
            damping *= smoothing.phi();
            slopeSoFar += damping;
            responses[ahead] = smoothing.response(ahead, slopeSoFar, seasonLength);
        }
        return responses;
    }

    private static double[] ofAdditiveErrors(double variance, double[] responses) {
        double[] variances = new double[responses.length];
        double sum = 1;
        for (int step = 0; step < variances.length; step++) {
            sum += responses[step] * responses[step];
            variances[step] = variance * sum;
        }
        return variances;
    }

    // theta is the second moment of a forecast's mean given what is known today.
    private static double[] ofRelativeErrors(FormFit fit, double[] responses) {
        int horizon = responses.length;
        boolean factors = fit.form().hasFactors();
        double[] mean = factors ? fit.base(horizon) : fit.mean(horizon);
        double variance = fit.sigma() * fit.sigma();
        double[] theta = new double[horizon];
        double[] variances = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            theta[step] = mean[step] * mean[step];
            for (int ahead = 1; ahead <= step; ahead++) {
                theta[step] += variance * responses[ahead] * responses[ahead] * theta[step - ahead];
            }
            double pattern = factors ? fit.pattern(step) : 1;
            variances[step] = pattern * pattern * ((1 + variance) * theta[step] - mean[step] * mean[step]);
        }
        return variances;
    }
}
