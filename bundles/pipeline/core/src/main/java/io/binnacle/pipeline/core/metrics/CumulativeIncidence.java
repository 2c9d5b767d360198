package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.metrics.Conversion.Estimate;
import io.binnacle.pipeline.api.metrics.Conversion.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The share that goes on over time when some get lost and others are still under way: Aalen and Johansen's
 * estimator, with the Kaplan-Meier estimate of those that are still there and the standard errors of both.
 *
 * <p>The variance of the share F at t is, with n at risk, d leaving, r of them going on and S just before each day,
 * {@code Σ (F(t)-F)² d/(n(n-d)) + Σ S² (n-r) r/n³ - 2 Σ (F(t)-F) S r/n²} (Marubini and Valsecchi 1995, section
 * 10.2); the sums are carried along as those of the powers of F.
 */
final class CumulativeIncidence {

    private static final double NORMAL_975 = 1.959963984540054;

    private final List<Point> curve = new ArrayList<>();
    private int atRisk;
    private double remaining = 1;
    private double greenwood;
    private double share;
    private double squares;
    private double squaresByShare;
    private double squaresByShareSquared;
    private double own;
    private double cross;
    private double crossByShare;

    private CumulativeIncidence(int n) {
        atRisk = n;
    }

    /** The estimate from some spells; 0 when there are none. */
    static Estimate of(Collection<Spell> spells) {
        SortedMap<Long, int[]> days = new TreeMap<>();
        for (Spell spell : spells) {
            days.computeIfAbsent(spell.days(), day -> new int[Spell.End.values().length])[
                    spell.end().ordinal()]++;
        }
        CumulativeIncidence incidence = new CumulativeIncidence(spells.size());
        days.forEach(incidence::day);
        return incidence.estimate();
    }

    // Who is censored on a day on which others leave was still there when they left.
    private void day(long day, int[] ends) {
        int reached = ends[Spell.End.REACHED.ordinal()];
        int lost = ends[Spell.End.LOST.ordinal()];
        if (reached + lost > 0) {
            leave(reached, reached + lost);
            double variance = Math.max(0, variance());
            double error = remaining == 0 ? 0 : remaining * Math.sqrt(greenwood);
            curve.add(new Point(day, atRisk, reached, lost, remaining, error, share, Math.sqrt(variance)));
        }
        atRisk -= reached + lost + ends[Spell.End.OPEN.ordinal()];
    }

    private void leave(double reached, double left) {
        double n = atRisk;
        share += remaining * reached / n;
        own += remaining * remaining * (n - reached) * reached / (n * n * n);
        double covariance = remaining * reached / (n * n);
        cross += covariance;
        crossByShare += covariance * share;
        // When all leave, nothing can be added to the share any more, so their infinite weight counts nothing.
        if (left < n) {
            double weight = left / (n * (n - left));
            greenwood += weight;
            squares += weight;
            squaresByShare += weight * share;
            squaresByShareSquared += weight * share * share;
        }
        remaining *= 1 - left / n;
    }

    private double variance() {
        return share * share * squares
                - 2 * share * squaresByShare
                + squaresByShareSquared
                + own
                - 2 * (share * cross - crossByShare);
    }

    private Estimate estimate() {
        if (curve.isEmpty()) {
            return new Estimate(0, 0, Optional.empty(), Optional.empty(), curve);
        }
        Point last = curve.get(curve.size() - 1);
        double error = last.reachedError();
        return new Estimate(share, error, bound(error, 1), bound(error, -1), curve);
    }

    private Optional<Double> bound(double error, int side) {
        double rest = 1 - share;
        if (share <= 0 || rest <= 0) {
            return Optional.empty();
        }
        double width = NORMAL_975 * error / (rest * Math.log(rest));
        return Optional.of(1 - Math.pow(rest, Math.exp(side * width)));
    }
}
