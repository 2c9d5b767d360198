package io.binnacle.forecasting.arima;

import io.binnacle.forecasting.kernels.Bfgs;
import java.util.Arrays;

/** How well processes of given orders describe a differenced series. */
final class Likelihood {

    private static final double TOLERANCE = 1e-9;
    private static final double START = 0.1;
    private static final double UNLIKELY = 1e10;

    private final Orders orders;
    private final double[] values;
    private final KalmanFilter filter;

    /** @param values the series after its differences */
    Likelihood(Orders orders, double[] values) {
        this.orders = orders;
        this.values = values;
        filter = new KalmanFilter(values, orders.constant());
    }

    Fit maximise() {
        double[] free = new double[orders.armaCoefficients()];
        Arrays.fill(free, START);
        new Bfgs(this::negative, free.length, TOLERANCE).minimise(free);
        Arma arma = arma(free);
        filter.run(arma);
        return new Fit(orders, arma, filter, values.length);
    }

    private double negative(double[] free) {
        return filter.run(arma(free)) ? -filter.logLikelihood() / values.length : UNLIKELY;
    }

    private Arma arma(double[] free) {
        int m = orders.seasonLength();
        int from = 0;
        double[] ar = Polynomial.stable(free, from, orders.ar());
        double[] ma = Polynomial.stable(free, from += orders.ar(), orders.ma());
        double[] seasonalAr = Polynomial.stable(free, from += orders.ma(), orders.seasonalAr());
        double[] seasonalMa = Polynomial.stable(free, from + orders.seasonalAr(), orders.seasonalMa());
        return new Arma(
                Polynomial.times(ar, Polynomial.spread(seasonalAr, m)),
                Polynomial.times(ma, Polynomial.spread(seasonalMa, m)));
    }
}
