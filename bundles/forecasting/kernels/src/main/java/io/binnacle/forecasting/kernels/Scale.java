package io.binnacle.forecasting.kernels;

/**
 * The factor that brings a series near 1, so that tolerances mean the same for every unit. A power of two:
 * scaling rounds nothing, and the forecast of 1,024 times a series is exactly 1,024 times its forecast.
 */
public final class Scale {

    private Scale() {}

    /** What to multiply {@code values} by; 1 where all are zero. */
    public static double of(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
    }

    public static double[] times(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            scaled[t] = values[t] * factor;
        }
        return scaled;
    }
}
