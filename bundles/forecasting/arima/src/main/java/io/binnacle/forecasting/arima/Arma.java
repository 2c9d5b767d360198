package io.binnacle.forecasting.arima;

/**
 * A stationary process ar(B) y = ma(B) e with errors of variance 1.
 *
 * @param ar the polynomial of the autoregression, its first coefficient 1
 * @param ma the polynomial of the moving average, its first coefficient 1
 */
record Arma(double[] ar, double[] ma) {

    /** How many numbers carry all that the past says about the future. */
    int stateLength() {
        return Math.max(ar.length - 1, ma.length);
    }

    /** What an error still adds after 0, 1, 2, … periods. */
    double[] responses(int length) {
        double[] responses = new double[length];
        for (int k = 0; k < length; k++) {
            responses[k] = coefficient(ma, k);
            for (int j = 1; j <= Math.min(k, ar.length - 1); j++) {
                responses[k] -= ar[j] * responses[k - j];
            }
        }
        return responses;
    }

    static double coefficient(double[] polynomial, int k) {
        return k < polynomial.length ? polynomial[k] : 0;
    }

    /**
     * The covariance of the state with the observation of the same time, when nothing has been observed yet; null
     * where the autoregression is not stationary. The state is that of Harvey (1989, section 3.3).
     */
    double[] stateCovariance() {
        int length = stateLength();
        double[] covariance = autocovariance(length);
        if (covariance == null) {
            return null;
        }
        double[] responses = responses(ma.length);
        double[] state = new double[length];
        state[0] = covariance[0];
        for (int i = 1; i < length; i++) {
            for (int k = i; k < ma.length; k++) {
                state[i] += ma[k] * responses[k - i];
            }
            for (int k = i + 1; k < ar.length; k++) {
                state[i] -= ar[k] * covariance[k - i];
            }
        }
        return state;
    }

    private double[] autocovariance(int length) {
        double[] autoregressive = autoregressiveCovariance(length + ma.length);
        if (autoregressive == null) {
            return null;
        }
        double[] covariance = new double[length];
        for (int lag = 1 - ma.length; lag < ma.length; lag++) {
            double weight = 0;
            for (int i = Math.abs(lag); i < ma.length; i++) {
                weight += ma[i] * ma[i - Math.abs(lag)];
            }
            for (int k = 0; k < length && weight != 0; k++) {
                covariance[k] += weight * autoregressive[Math.abs(k + lag)];
            }
        }
        return covariance;
    }

    // Levinson's and Durbin's recursion, run from the partial autocorrelations to the covariances.
    private double[] autoregressiveCovariance(int length) {
        double[] partials = Polynomial.partials(ar);
        if (partials == null) {
            return null;
        }
        double[] covariance = new double[Math.max(length, ar.length)];
        double variance = 1;
        for (int k = 1; k < ar.length; k++) {
            variance /= 1 - partials[k] * partials[k];
        }
        covariance[0] = variance;
        double[] shorter = new double[ar.length];
        double[] before = new double[ar.length];
        for (int k = 1; k < ar.length; k++) {
            covariance[k] = partials[k] * variance;
            System.arraycopy(shorter, 0, before, 0, k);
            shorter[k] = partials[k];
            for (int j = 1; j < k; j++) {
                covariance[k] += before[j] * covariance[k - j];
                shorter[j] = before[j] - partials[k] * before[k - j];
            }
            variance *= 1 - partials[k] * partials[k];
        }
        for (int k = ar.length; k < covariance.length; k++) {
            for (int j = 1; j < ar.length; j++) {
                covariance[k] -= ar[j] * covariance[k - j];
            }
        }
        return covariance;
    }
}
