package io.binnacle.forecasting.onnx;

import io.binnacle.forecasting.api.PredictionInterval;
import java.util.Arrays;

/**
 * What is known of one period: its mean, and how far it may lie from the middle at some normal scores.
 *
 * @param middle the median
 * @param scores ascending and symmetric, 0 among them
 * @param offsets from the middle, one for each score, ascending, 0 at the score 0
 */
record Fan(double mean, double middle, double[] scores, double[] offsets) {

    /** A normal distribution. */
    static Fan normal(double mean, double deviation) {
        return new Fan(mean, mean, new double[] {-1, 0, 1}, new double[] {-deviation, 0, deviation});
    }

    /**
     * Quantiles at their scores. Those that cross are put in order, which brings them no farther from the true ones
     * (V. Chernozhukov, I. Fern&aacute;ndez-Val &amp; A. Galichon, Econometrica 78(3), 2010).
     */
    static Fan of(double mean, double[] scores, double[] quantiles) {
        double[] sorted = quantiles.clone();
        Arrays.sort(sorted);
        double middle = sorted[sorted.length / 2];
        return new Fan(
                mean,
                middle,
                scores,
                Arrays.stream(sorted).map(one -> one - middle).toArray());
    }

    /**
     * The period when the one before the net's window is itself a forecast: its error carries over, and is taken to be
     * independent of what is added.
     */
    Fan after(Fan before) {
        double[] wider = new double[offsets.length];
        for (int i = 0; i < wider.length; i++) {
            wider[i] = Math.copySign(Math.hypot(offsets[i], before.offsets[i]), scores[i]);
        }
        wider[wider.length / 2] = 0;
        return new Fan(mean, middle, scores, wider);
    }

    /** The quantile at a score: on a straight line between those that are known, and on through the outermost. */
    double at(double score) {
        int last = scores.length - 1;
        double size = Math.abs(score);
        if (size >= scores[last]) {
            int end = score < 0 ? 0 : last;
            return middle + offsets[end] * (size / scores[last]);
        }
        int above = 1;
        while (scores[above] < score) {
            above++;
        }
        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return middle + offsets[above - 1] * (1 - share) + offsets[above] * share;
    }

    /** How many standard deviations from the mean the bounds of a normal distribution's interval lie. */
    static double score(double level) {
        return PredictionInterval.normal(level, new double[1], new double[] {1})
                .upper()
                .get(0);
    }
}
