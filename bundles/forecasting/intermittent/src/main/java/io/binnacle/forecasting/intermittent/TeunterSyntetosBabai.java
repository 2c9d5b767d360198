package io.binnacle.forecasting.intermittent;

/**
 * Smooths the probability of a demand in every period, so that the rate falls while nothing is asked for
 * (Teunter, Syntetos &amp; Babai 2011).
 */
final class TeunterSyntetosBabai implements DemandRate {

    private final double alpha;
    private final double beta;
    private double size = Double.NaN;
    private double probability;
    private int waited = 1;

    /**
     * @param alpha for the sizes
     * @param beta for the probability
     */
    TeunterSyntetosBabai(double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
    }

    @Override
    public double next() {
        return probability * size;
    }

    @Override
    public void observe(double demand) {
        if (Double.isNaN(size)) {
            begin(demand);
            return;
        }
        double happened = demand == 0 ? 0 : 1;
        probability += beta * (happened - probability);
        size += happened * alpha * (demand - size);
    }

    private void begin(double demand) {
        if (demand == 0) {
            waited++;
        } else {
            size = demand;
            probability = 1.0 / waited;
        }
    }
}
