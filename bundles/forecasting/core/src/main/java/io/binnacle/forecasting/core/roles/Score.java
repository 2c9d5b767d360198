package io.binnacle.forecasting.core.roles;

import java.util.List;
import java.util.Optional;

/**
 * How well a model forecast what has come since.
 *
 * @param periods how many different months were scored
 * @param points how many values, over all series
 * @param mase empty when no series has changed in its past
 * @param coverage the share of values within the intervals of the rule's level; empty without such intervals
 * @param ofNaive its absolute errors as a share of those of repeating the last season; empty when those are 0
 */
record Score(
        int periods,
        int points,
        double wape,
        Optional<Double> mase,
        double crps,
        Optional<Double> coverage,
        Optional<Double> ofNaive) {

    static Score of(List<ScoredPoint> points, double level) {
        double size =
                points.stream().mapToDouble(point -> Math.abs(point.actual())).sum();
        double error = points.stream().mapToDouble(ScoredPoint::error).sum();
        double loss = points.stream().mapToDouble(ScoredPoint::crps).sum();
        double naive = points.stream().mapToDouble(ScoredPoint::naiveError).sum();
        return new Score(
                (int) points.stream().map(ScoredPoint::month).distinct().count(),
                points.size(),
                ratio(error, size),
                mean(points.stream()
                        .flatMap(point -> point.scaledError().stream())
                        .toList()),
                ratio(loss, size),
                mean(points.stream()
                        .flatMap(point -> point.covered(level).stream())
                        .toList()),
                naive > 0 ? Optional.of(error / naive) : Optional.empty());
    }

    // Nothing came and nothing was forecast: no error. Something was: as wrong as can be told.
    private static double ratio(double error, double size) {
        return size > 0 ? error / size : error > 0 ? Double.MAX_VALUE : 0;
    }

    private static Optional<Double> mean(List<Double> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().mapToDouble(Double::doubleValue).sum() / values.size());
    }

    Optional<Double> by(PromotionRule.Measure measure) {
        return switch (measure) {
            case WAPE -> Optional.of(wape);
            case MASE -> mase;
            case CRPS -> Optional.of(crps);
        };
    }
}
