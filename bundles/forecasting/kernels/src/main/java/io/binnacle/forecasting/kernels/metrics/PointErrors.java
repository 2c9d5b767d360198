package io.binnacle.forecasting.kernels.metrics;

/** How far point forecasts were from what came, as the M4 and M5 competitions measure it. */
public final class PointErrors {

    private PointErrors() {}

    /**
     * The symmetric mean absolute percentage error, 0 to 200 (Makridakis 1993); a period that was forecast to be
     * zero and was counts 0.
     */
    public static double smape(double[] actual, double[] forecast) {
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            sum += symmetricPercentage(actual[step], forecast[step]);
        }
        return sum / actual.length;
    }

    /** One period's share in {@link #smape}, for means over the periods of many series. */
    public static double symmetricPercentage(double actual, double forecast) {
        double size = Math.abs(actual) + Math.abs(forecast);
        return size == 0 ? 0 : 200 * Math.abs(actual - forecast) / size;
    }

    /** The mean absolute scaled error (Hyndman &amp; Koehler 2006) with {@link NaiveErrors#absolute} as scale. */
    public static double mase(double[] history, int seasonLength, double[] actual, double[] forecast) {
        return mae(actual, forecast) / NaiveErrors.absolute(history, seasonLength);
    }

    /** The root mean squared scaled error of M5: scaled by the errors of the last value as a forecast. */
    public static double rmsse(double[] history, double[] actual, double[] forecast) {
        double squares = 0;
        for (int step = 0; step < actual.length; step++) {
            squares += (actual[step] - forecast[step]) * (actual[step] - forecast[step]);
        }
        return Math.sqrt(squares / actual.length / NaiveErrors.squared(history, 1));
    }

    /** The sum of absolute errors as a share of the sum of absolute values. */
    public static double wape(double[] actual, double[] forecast) {
        double size = 0;
        for (double value : actual) {
            size += Math.abs(value);
        }
        return mae(actual, forecast) * actual.length / size;
    }

    public static double mae(double[] actual, double[] forecast) {
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            sum += Math.abs(actual[step] - forecast[step]);
        }
        return sum / actual.length;
    }
}
