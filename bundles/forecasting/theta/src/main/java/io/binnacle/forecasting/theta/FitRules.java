package io.binnacle.forecasting.theta;

/**
 * What a fit may do, which depends on how much there is to fit to.
 *
 * @param firstScored the index of the first observation whose error counts
 * @param freeStart whether the initial level is estimated; else it is the first observation
 * @param heaviestTrend the greatest weight of the trend, which is 1 - 1/θ
 */
record FitRules(int firstScored, boolean freeStart, double heaviestTrend) {

    // θ up to 1,000, so that it can be told as a number; beyond that a forecast no longer changes.
    private static final double ANY_THETA = 0.999;
    private static final double THETA_UP_TO_2 = 0.5;

    /**
     * The usual rules. The thresholds come from forecasting the development halves of M1, M3 and Tourism from
     * their last 3 to 60 observations: a free initial level can explain the first scored error away, which
     * leaves too little to estimate from when there are few, and a steep trend from a handful of points is
     * mostly noise.
     */
    static FitRules forLength(int observations) {
        if (observations < 12) {
            return new FitRules(1, false, THETA_UP_TO_2);
        }
        return new FitRules(observations < 20 ? 1 : 3, true, ANY_THETA);
    }

    int parameters() {
        return freeStart ? 3 : 2;
    }
}
