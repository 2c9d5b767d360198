package io.binnacle.forecasting.kernels.ets;

/**
 * The states of an exponential smoothing model as they run over a series, forth and back. A model without a
 * trend has a slope that stays 0, one without a season has summands that stay 0. The states follow the same
 * path whether errors add or multiply; only their likelihood differs. Not for several threads.
 */
final class Smoother {

    // Below this a one-step forecast is no longer a positive number to be multiplied with.
    private static final double SMALLEST = 1e-8;
    private static final double LARGEST_PRODUCT = 1e100;

    final double[] season;
    double level;
    double slope;

    private final boolean factors;
    private double alpha;
    private double beta;
    private double gamma;
    private double phi;
    private double squares;
    private double relativeSquares;
    private double logForecasts;

    Smoother(boolean factors, int seasonLength) {
        this.factors = factors;
        this.season = new double[seasonLength];
    }

    void set(double alpha, double beta, double gamma, double phi) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.phi = phi;
    }

    void set(StartingState start) {
        level = start.level();
        slope = start.slope();
        System.arraycopy(start.season(), 0, season, 0, season.length);
    }

    Smoothing smoothing() {
        return new Smoothing(alpha, beta, gamma, phi);
    }

    /** The sum of the squared one-step errors of the last run that was scored. */
    double squares() {
        return squares;
    }

    /** The same of errors as shares of their forecasts; infinite when a forecast was not positive. */
    double relativeSquares() {
        return relativeSquares;
    }

    /** The sum of the logarithms of the one-step forecasts of the last run that was scored for shares. */
    double logForecasts() {
        return logForecasts;
    }

    /** Runs over the series without looking at the errors. */
    void forth(double[] values) {
        int phase = 0;
        for (double value : values) {
            step(value, phase);
            phase = phase + 1 == season.length ? 0 : phase + 1;
        }
    }

    /** Runs back to before the first observation, where what the series began with is known best. */
    void back(double[] values) {
        slope = -slope;
        int phase = values.length % season.length;
        for (int t = values.length - 1; t >= 0; t--) {
            phase = phase == 0 ? season.length - 1 : phase - 1;
            step(values[t], phase);
        }
        level += phi * slope;
        slope = -slope;
    }

    /** Runs over the series and adds up squared errors. */
    void score(double[] values) {
        double sum = 0;
        int phase = 0;
        for (double value : values) {
            double error = value - next(phase);
            sum += error * error;
            step(value, phase);
            phase = phase + 1 == season.length ? 0 : phase + 1;
        }
        squares = sum;
    }

    /** Runs over the series and adds up squared errors as shares of the forecasts. */
    void scoreShares(double[] values) {
        double sum = 0;
        double product = 1;
        int phase = 0;
        logForecasts = 0;
        relativeSquares = Double.POSITIVE_INFINITY;
        for (double value : values) {
            double forecast = next(phase);
            if (!(forecast > SMALLEST)) {
                return;
            }
            double error = (value - forecast) / forecast;
            sum += error * error;
            product *= forecast;
            // One logarithm for many forecasts: it is the dearest thing in this loop.
            if (product > LARGEST_PRODUCT || product < 1 / LARGEST_PRODUCT) {
                logForecasts += Math.log(product);
                product = 1;
            }
            step(value, phase);
            phase = phase + 1 == season.length ? 0 : phase + 1;
        }
        logForecasts += Math.log(product);
        relativeSquares = sum;
    }

    private double next(int phase) {
        double base = level + phi * slope;
        return factors ? base * season[phase] : base + season[phase];
    }

    private void step(double value, int phase) {
        double base = level + phi * slope;
        double pattern = season[phase];
        double error = (factors ? value / pattern : value - pattern) - base;
        level = base + alpha * error;
        slope = phi * slope + beta * error;
        season[phase] = pattern + gamma * (factors ? value / base - pattern : error);
    }
}
