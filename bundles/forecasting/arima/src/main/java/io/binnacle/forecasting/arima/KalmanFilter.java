package io.binnacle.forecasting.arima;

/**
 * The Kalman filter of a stationary process by the recursions of Morf, Sidhu &amp; Kailath (1974; for ARMA Pearlman
 * 1980, Mélard 1984): the state's covariance changes by a matrix of rank one, so that a step takes as many
 * operations as the state has numbers, not their square. The mean is filtered along, as a series of ones, and
 * comes out by generalised least squares.
 */
final class KalmanFilter {

    // A covariance that changes by less than this, against errors of variance 1, has settled.
    private static final double SETTLED = 1e-12;
    private static final double LEAST_VARIANCE = 1e-24;

    private final double[] values;
    private final boolean withMean;
    private double[] ar;
    private double[] state;
    private double[] stateOfOnes;
    private double[] gain;
    private double[] change;
    private double squares;
    private double products;
    private double squaresOfOnes;
    private double logarithms;

    KalmanFilter(double[] values, boolean withMean) {
        this.values = values;
        this.withMean = withMean;
    }

    /** Runs over the whole series; false where the process is not stationary. */
    boolean run(Arma arma) {
        double[] covariance = arma.stateCovariance();
        if (covariance == null || !(covariance[0] < 1 / LEAST_VARIANCE)) {
            return false;
        }
        start(arma, covariance);
        double variance = covariance[0];
        double factor = -1 / variance;
        boolean settled = false;
        for (int t = 0; t < values.length; t++) {
            observe(t, variance);
            if (!settled) {
                double seen = change[0];
                double next = variance + seen * seen * factor;
                double size = turn(variance, seen, factor);
                factor *= variance / next;
                variance = next;
                settled = size * size * Math.abs(factor) < SETTLED;
            }
        }
        return variance > 0;
    }

    private void start(Arma arma, double[] covariance) {
        int length = covariance.length;
        ar = new double[length];
        for (int i = 0; i < length; i++) {
            ar[i] = -Arma.coefficient(arma.ar(), i + 1);
        }
        state = new double[length];
        stateOfOnes = new double[length];
        gain = covariance.clone();
        shift(gain, 0);
        change = gain.clone();
        squares = 0;
        products = 0;
        squaresOfOnes = 0;
        logarithms = 0;
    }

    private void observe(int t, double variance) {
        double error = values[t] - state[0];
        squares += error * error / variance;
        logarithms += Math.log(variance);
        shift(state, error / variance);
        if (withMean) {
            double errorOfOne = 1 - stateOfOnes[0];
            products += error * errorOfOne / variance;
            squaresOfOnes += errorOfOne * errorOfOne / variance;
            shift(stateOfOnes, errorOfOne / variance);
        }
    }

    // The state a period later, corrected by so many gains.
    private void shift(double[] vector, double gains) {
        double first = vector[0];
        int last = vector.length - 1;
        for (int i = 0; i < last; i++) {
            vector[i] = vector[i + 1] + ar[i] * first + gains * gain[i];
        }
        vector[last] = ar[last] * first + gains * gain[last];
    }

    private double turn(double variance, double seen, double factor) {
        double largest = 0;
        for (int i = 0; i < change.length; i++) {
            double moved = (i + 1 < change.length ? change[i + 1] : 0) + ar[i] * seen;
            double next = moved - gain[i] * seen / variance;
            gain[i] += moved * factor * seen;
            change[i] = next;
            largest = Math.max(largest, Math.abs(next));
        }
        return largest;
    }

    double mean() {
        return withMean && squaresOfOnes > 0 ? products / squaresOfOnes : 0;
    }

    /** The sum of the squared errors, each divided by its variance where that of the process is 1. */
    double squares() {
        return Math.max(squares - mean() * products, values.length * LEAST_VARIANCE);
    }

    /** The logarithm of the likelihood at its largest over variance and mean. */
    double logLikelihood() {
        int n = values.length;
        return -0.5 * (n * (Math.log(2 * Math.PI * squares() / n) + 1) + logarithms);
    }

    /** The periods that follow. */
    double[] forecast(int horizon) {
        double[] ahead = new double[state.length];
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] = state[i] - mean() * stateOfOnes[i];
        }
        double[] forecast = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            forecast[step] = mean() + ahead[0];
            shift(ahead, 0);
        }
        return forecast;
    }
}
