package io.binnacle.forecasting.arima;

/** Differences of a series to a lag, and the way back. */
final class Differences {

    // Differences of a line are equal but for rounding.
    private static final double ROUNDING = 1e-10;

    private Differences() {}

    static double[] of(double[] values, Orders orders) {
        double[] differenced = values;
        for (int k = 0; k < orders.seasonalDifferences(); k++) {
            differenced = of(differenced, orders.seasonLength());
        }
        for (int k = 0; k < orders.differences(); k++) {
            differenced = of(differenced, 1);
        }
        return differenced;
    }

    static double[] of(double[] values, int lag) {
        double[] differences = new double[values.length - lag];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = values[t + lag] - values[t];
        }
        return differences;
    }

    /** The forecast of {@code values} that goes with the forecast of their differences. */
    static double[] undo(double[] forecast, double[] values, Orders orders) {
        if (orders.seasonalDifferences() > 0) {
            Orders inner = Orders.differencing(orders.differences(), 0, 1);
            return undo(undo(forecast, of(values, orders.seasonLength()), inner), values, orders.seasonLength());
        }
        double[] undone = forecast;
        for (int left = orders.differences() - 1; left >= 0; left--) {
            undone = undo(undone, of(values, Orders.differencing(left, 0, 1)), 1);
        }
        return undone;
    }

    private static double[] undo(double[] forecast, double[] values, int lag) {
        double[] undone = new double[forecast.length];
        for (int step = 0; step < undone.length; step++) {
            undone[step] = forecast[step] + (step < lag ? values[values.length - lag + step] : undone[step - lag]);
        }
        return undone;
    }

    /** Whether values near 1 in size are all the same. */
    static boolean isConstant(double[] values) {
        for (double value : values) {
            if (Math.abs(value - values[0]) > ROUNDING) {
                return false;
            }
        }
        return true;
    }
}
