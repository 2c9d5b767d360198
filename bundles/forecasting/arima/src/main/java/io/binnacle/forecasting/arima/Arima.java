package io.binnacle.forecasting.arima;

import io.binnacle.forecasting.kernels.Scale;

/** An ARIMA process fitted to a series. Plain Java; any thread may call. */
record Arima(double scale, double[] scaled, Fit fit) {

    /** The fewest observations of which two differences and a variance can be told. */
    static final int FEWEST = 6;

    /** The process whose orders the series itself suggests. */
    static Arima of(double[] values, int seasonLength) {
        double scale = Scale.of(values);
        double[] scaled = Scale.times(values, scale);
        Orders differencing = UnitRoots.differencing(scaled, seasonLength);
        double[] differenced = Differences.of(scaled, differencing);
        return new Arima(scale, scaled, new StepwiseSearch(differenced, values.length, differencing).best());
    }

    /** The process of given orders. */
    static Arima of(double[] values, Orders orders) {
        double scale = Scale.of(values);
        double[] scaled = Scale.times(values, scale);
        return new Arima(scale, scaled, new Likelihood(orders, Differences.of(scaled, orders)).maximise());
    }

    double[] mean(int horizon) {
        double[] ahead = fit.filter().forecast(horizon);
        return Scale.times(Differences.undo(ahead, scaled, fit.orders()), 1 / scale);
    }

    /** The standard deviation of each period's error, from what every error before it still adds. */
    double[] deviation(int horizon) {
        double[] responses = new Arma(integrated(), fit.arma().ma()).responses(horizon);
        double[] deviation = new double[horizon];
        double sum = 0;
        for (int step = 0; step < horizon; step++) {
            sum += responses[step] * responses[step];
            deviation[step] = Math.sqrt(fit.variance() * sum) / scale;
        }
        return deviation;
    }

    private double[] integrated() {
        Orders orders = fit.orders();
        double[] product = fit.arma().ar();
        for (int k = 0; k < orders.seasonalDifferences(); k++) {
            product = Polynomial.times(product, Polynomial.difference(orders.seasonLength()));
        }
        for (int k = 0; k < orders.differences(); k++) {
            product = Polynomial.times(product, Polynomial.difference(1));
        }
        return product;
    }
}
