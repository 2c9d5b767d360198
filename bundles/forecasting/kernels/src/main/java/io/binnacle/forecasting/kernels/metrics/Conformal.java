package io.binnacle.forecasting.kernels.metrics;

/**
 * Split conformal prediction (Vovk, Gammerman &amp; Shafer 2005; Lei et al. 2018): by how much intervals have to be
 * stretched to hold the share of periods that they promise, as errors that are known tell.
 */
public final class Conformal {

    private Conformal() {}

    /**
     * How far what came lay from the mean, in units of the way from there to the bound on that side: up to 1 inside
     * the interval. 0 where the mean was right; infinite where it was not and the interval has no width.
     */
    public static double strain(double actual, double mean, double lower, double upper) {
        if (actual == mean) {
            return 0;
        }
        double reach = actual > mean ? upper - mean : mean - lower;
        return reach > 0 ? Math.abs(actual - mean) / reach : Double.POSITIVE_INFINITY;
    }

    /**
     * Which of {@code scores} strains, from the smallest on and counted from 1, is the factor for a level; more than
     * {@code scores} where these are too few to promise it.
     */
    public static long rank(double level, long scores) {
        return (long) Math.ceil((scores + 1) * level - 1e-9);
    }
}
