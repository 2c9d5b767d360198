package io.binnacle.forecasting.theta;

/**
 * The dynamic optimised theta model fitted to a series without a season.
 *
 * @param fitted what the model would have forecast for each observation from those before it
 * @param sigma the standard deviation of its scored errors
 * @param last the state after the last observation; copied before use
 */
record ThetaFit(ThetaParameters parameters, double[] fitted, double sigma, ThetaState last) {

    static ThetaFit of(double[] values) {
        FitRules rules = FitRules.forLength(values.length);
        ThetaParameters parameters = ThetaParameters.fit(values, rules);
        ThetaState state = ThetaState.start(parameters);
        double[] fitted = new double[values.length];
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            fitted[t] = state.next();
            if (t >= rules.firstScored()) {
                squares += (values[t] - fitted[t]) * (values[t] - fitted[t]);
            }
            state.observe(values[t]);
        }
        int freedom = Math.max(1, values.length - rules.firstScored() - rules.parameters());
        return new ThetaFit(parameters, fitted, Math.sqrt(squares / freedom), state);
    }

    /** The point forecast: what follows when every future observation is as forecast. */
    double[] mean(int horizon) {
        ThetaState state = last.copy();
        double[] mean = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            mean[step] = state.next();
            state.observe(mean[step]);
        }
        return mean;
    }

    /**
     * The standard deviation of the error of each period ahead. The model is linear in its observations, so a
     * future error travels on as a forecast from nothing but that error does, and the variances add up.
     */
    double[] deviation(int horizon) {
        double[] variance = new double[horizon];
        ThetaState ahead = last.copy();
        for (int shock = 0; shock < horizon; shock++) {
            ThetaState state = ahead.blank(fitted.length + shock);
            double response = 1;
            for (int step = shock; step < horizon; step++) {
                variance[step] += response * response;
                state.observe(response);
                response = state.next();
            }
            ahead.observe(0);
        }
        double[] deviation = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            deviation[step] = sigma * Math.sqrt(variance[step]);
        }
        return deviation;
    }
}
