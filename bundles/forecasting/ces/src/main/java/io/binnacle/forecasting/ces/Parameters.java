package io.binnacle.forecasting.ces;

/**
 * The complex smoothing parameters a of the level and b of the season.
 *
 * @param a0 the real part of a
 * @param a1 the imaginary part of a
 */
record Parameters(double a0, double a1, double b0, double b1) {

    /** As many of the four as the season takes. */
    static Parameters of(Season season, double[] point) {
        switch (season) {
            case FULL:
                return new Parameters(point[0], point[1], point[2], point[3]);
            case PARTIAL:
                return new Parameters(point[0], point[1], 1 + point[2], 1);
            default:
                return new Parameters(point[0], point[1], 1, 1);
        }
    }

    boolean areStable(Season season) {
        return ComplexStates.forgets(a0, a1) && (season != Season.FULL || ComplexStates.forgets(b0, b1));
    }
}
