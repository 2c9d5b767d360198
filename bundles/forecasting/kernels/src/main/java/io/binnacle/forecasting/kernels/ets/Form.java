package io.binnacle.forecasting.kernels.ets;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts an exponential smoothing model has, and how they go together (Hyndman, Koehler, Ord &amp; Snyder
 * 2008, table 2.1, without multiplicative trends, whose forecasts explode).
 */
record Form(Errors errors, Trend trend, Season season) {

    enum Errors {
        ADDITIVE,
        MULTIPLICATIVE
    }

    enum Trend {
        NONE,
        LINEAR,
        DAMPED
    }

    enum Season {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    /**
     * The forms that may be fitted. Additive errors around multiplicative seasons have infinite variance, and
     * whatever multiplies needs positive values.
     */
    static List<Form> admissible(boolean positive, boolean seasonal) {
        List<Form> forms = new ArrayList<>();
        for (Season season : Season.values()) {
            for (Errors errors : Errors.values()) {
                for (Trend trend : Trend.values()) {
                    Form form = new Form(errors, trend, season);
                    if (form.isStable() && (positive || !form.multiplies()) && (seasonal || !form.hasSeason())) {
                        forms.add(form);
                    }
                }
            }
        }
        return forms;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean hasSeason() {
        return season != Season.NONE;
    }

    boolean hasFactors() {
        return season == Season.MULTIPLICATIVE;
    }

    boolean hasRelativeErrors() {
        return errors == Errors.MULTIPLICATIVE;
    }

    /** The smoothing parameters: alpha, and beta, gamma and phi where there is use for them. */
    int smoothingParameters() {
        return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? 1 : 0) + (isDamped() ? 1 : 0);
    }

    /** All that is estimated: smoothing parameters, initial states and the variance. */
    int degreesOfFreedom(int seasonLength) {
        int initialStates = 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? seasonLength - 1 : 0);
        return smoothingParameters() + initialStates + 1;
    }

    private boolean isStable() {
        return hasRelativeErrors() || !hasFactors();
    }

    private boolean multiplies() {
        return hasRelativeErrors() || hasFactors();
    }
}
