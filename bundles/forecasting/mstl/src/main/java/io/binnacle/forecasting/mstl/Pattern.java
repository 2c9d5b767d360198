package io.binnacle.forecasting.mstl;

import io.binnacle.forecasting.kernels.stl.Mstl;
import java.util.Arrays;

/**
 * The seasons of a series.
 *
 * @param multiplies whether they multiply the rest of the series, rather than add to it
 * @param lengths periods of each season, ascending; empty when there is none
 * @param inside factors or summands, one for each observation
 */
record Pattern(boolean multiplies, int[] lengths, Mstl parts, double[] inside) {

    /** The seasons of the lengths given, multiplying or adding: whichever explains the series better. */
    static Pattern of(double[] values, int... lengths) {
        Pattern adding = adding(values, lengths);
        if (lengths.length == 0 || Arrays.stream(values).anyMatch(value -> value <= 0)) {
            return adding;
        }
        double[] logs = Arrays.stream(values).map(Math::log).toArray();
        Mstl parts = Mstl.of(logs, lengths);
        double logarithms = Arrays.stream(logs).sum();
        double criterion = logLikelihood(parts.remainder()) - logarithms;
        return criterion > logLikelihood(adding.parts.remainder())
                ? new Pattern(
                        true,
                        lengths,
                        parts,
                        Arrays.stream(parts.season()).map(Math::exp).toArray())
                : adding;
    }

    private static Pattern adding(double[] values, int... lengths) {
        Mstl parts = Mstl.of(values, lengths);
        return new Pattern(false, lengths, parts, parts.season());
    }

    // Of normal errors; the change of variables is taken into account above.
    private static double logLikelihood(double[] remainder) {
        double squares = Arrays.stream(remainder).map(one -> one * one).sum();
        return -remainder.length / 2.0 * Math.log(squares / remainder.length);
    }

    /** The series without its seasons. */
    double[] adjusted(double[] values) {
        double[] adjusted = new double[values.length];
        Arrays.setAll(adjusted, t -> multiplies ? values[t] / inside[t] : values[t] - inside[t]);
        return adjusted;
    }

    /** Puts the seasons back to the periods that follow. */
    double[] restored(double[] ahead) {
        double[] season = parts.ahead(ahead.length, lengths);
        double[] restored = new double[ahead.length];
        Arrays.setAll(restored, step -> multiplies ? ahead[step] * Math.exp(season[step]) : ahead[step] + season[step]);
        return restored;
    }

    /** What becomes of differences when the seasons are put back. */
    double[] scaled(double[] deviations) {
        double[] season = parts.ahead(deviations.length, lengths);
        double[] scaled = new double[deviations.length];
        Arrays.setAll(scaled, step -> multiplies ? deviations[step] * Math.exp(season[step]) : deviations[step]);
        return scaled;
    }
}
