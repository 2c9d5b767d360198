package io.binnacle.forecasting.kernels.ets;

/**
 * A form fitted to a series.
 *
 * @param aicc Akaike's criterion with the correction for short series; less is better
 * @param sigma the standard deviation of the one-step errors, or of their shares of the forecasts
 * @param next the index in {@code season} of the first period to be forecast
 */
record FormFit(
        Form form,
        Smoothing smoothing,
        double aicc,
        double sigma,
        double level,
        double slope,
        double[] season,
        int next) {

    double[] mean(int horizon) {
        double[] mean = base(horizon);
        for (int step = 0; step < horizon; step++) {
            double pattern = pattern(step);
            mean[step] = form.hasFactors() ? mean[step] * pattern : mean[step] + pattern;
        }
        return mean;
    }

    /** Level and trend of each period ahead, without the season. */
    double[] base(int horizon) {
        double[] base = new double[horizon];
        double trend = 0;
        double damping = 1;
        for (int step = 0; step < horizon; step++) {
            damping *= smoothing.phi();
            trend += damping;
            base[step] = level + trend * slope;
        }
        return base;
    }

    double pattern(int step) {
        return season[(next + step) % season.length];
    }
}
