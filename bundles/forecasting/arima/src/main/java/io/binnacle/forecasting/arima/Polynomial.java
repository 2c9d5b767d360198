package io.binnacle.forecasting.arima;

/** Polynomials in the lag operator, as their coefficients from that of 1 on. */
final class Polynomial {

    private Polynomial() {}

    static double[] times(double[] one, double[] other) {
        double[] product = new double[one.length + other.length - 1];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length && one[i] != 0; j++) {
                product[i + j] += one[i] * other[j];
            }
        }
        return product;
    }

    /** 1 - B to the power of {@code lag}. */
    static double[] difference(int lag) {
        double[] difference = new double[lag + 1];
        difference[0] = 1;
        difference[lag] = -1;
        return difference;
    }

    /** The polynomial in B to the power of {@code lag}. */
    static double[] spread(double[] polynomial, int lag) {
        double[] spread = new double[(polynomial.length - 1) * lag + 1];
        for (int i = 0; i < polynomial.length; i++) {
            spread[i * lag] = polynomial[i];
        }
        return spread;
    }

    /**
     * A polynomial whose roots all lie outside the unit circle, from any numbers: their hyperbolic tangents are
     * its partial autocorrelations (Barndorff-Nielsen &amp; Schou 1973, Monahan 1984).
     */
    static double[] stable(double[] free, int from, int degree) {
        double[] polynomial = new double[degree + 1];
        double[] before = new double[degree + 1];
        polynomial[0] = 1;
        for (int k = 1; k <= degree; k++) {
            double partial = Math.tanh(free[from + k - 1]);
            System.arraycopy(polynomial, 0, before, 0, k);
            polynomial[k] = -partial;
            for (int j = 1; j < k; j++) {
                polynomial[j] = before[j] - partial * before[k - j];
            }
        }
        return polynomial;
    }

    /** Whether all roots are farther than {@code radius} from 0. */
    static boolean isStable(double[] polynomial, double radius) {
        double[] scaled = polynomial.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= Math.pow(radius, j);
        }
        return partials(scaled) != null;
    }

    /** The partial autocorrelations of what the polynomial generates; null where a root is not outside. */
    static double[] partials(double[] polynomial) {
        double[] rest = polynomial.clone();
        double[] before = new double[rest.length];
        double[] partials = new double[rest.length];
        for (int k = rest.length - 1; k > 0; k--) {
            double partial = -rest[k];
            if (!(Math.abs(partial) < 1)) {
                return null;
            }
            partials[k] = partial;
            System.arraycopy(rest, 0, before, 0, k + 1);
            for (int j = 1; j < k; j++) {
                rest[j] = (before[j] + partial * before[k - j]) / (1 - partial * partial);
            }
        }
        return partials;
    }
}
