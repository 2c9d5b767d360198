package io.binnacle.forecasting.theta;

/**
 * The dynamic optimised theta model between two observations (Fiorucci et al. 2016, equations 9 to 15): an
 * exponentially smoothed level, and the line through all observations so far.
 */
final class ThetaState {

    private final ThetaParameters parameters;
    private final ExpandingTrend trend;
    private double level;
    private double power;

    private ThetaState(ThetaParameters parameters, ExpandingTrend trend, double level, double power) {
        this.parameters = parameters;
        this.trend = trend;
        this.level = level;
        this.power = power;
    }

    /** Before the first observation. */
    static ThetaState start(ThetaParameters parameters) {
        return new ThetaState(parameters, new ExpandingTrend(), parameters.start(), 1);
    }

    /** At the same time as this one, but with nothing observed other than zeros. */
    ThetaState blank(int observations) {
        return new ThetaState(parameters, ExpandingTrend.flat(observations), 0, power);
    }

    ThetaState copy() {
        return new ThetaState(parameters, trend.copy(), level, power);
    }

    /** The forecast of the next observation. */
    double next() {
        double ahead = (1 - power * (1 - parameters.alpha())) / parameters.alpha();
        return level + parameters.weight() * (trend.intercept() * power + trend.slope() * ahead);
    }

    void observe(double value) {
        trend.add(value);
        level = parameters.alpha() * value + (1 - parameters.alpha()) * level;
        power *= 1 - parameters.alpha();
    }

    double level() {
        return level;
    }

    /** What the trend adds to a forecast from one period to the next. */
    double drift() {
        return parameters.weight() * trend.slope();
    }
}
