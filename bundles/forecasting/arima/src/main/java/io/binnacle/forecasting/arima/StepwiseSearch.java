package io.binnacle.forecasting.arima;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for the orders that describe a series best for the parameters they take: from the best of a few simple
 * ones, as long as a neighbour is better (Hyndman &amp; Khandakar 2008, section 3.2).
 */
final class StepwiseSearch {

    private static final int MOST_FITS = 94;
    private static final int MOST_ARMA = 5;
    private static final int MOST_SEASONAL = 2;
    private static final int FEW = 10;
    // Beyond it likelihoods take seconds, and differences alone do nearly as well.
    private static final int LONGEST_SEASON = 24;

    private static final List<Step> STEPS = List.of(
            new Step(0, 0, -1, 0),
            new Step(0, 0, 0, -1),
            new Step(0, 0, 1, 0),
            new Step(0, 0, 0, 1),
            new Step(0, 0, -1, -1),
            new Step(0, 0, -1, 1),
            new Step(0, 0, 1, -1),
            new Step(0, 0, 1, 1),
            new Step(-1, 0, 0, 0),
            new Step(0, -1, 0, 0),
            new Step(1, 0, 0, 0),
            new Step(0, 1, 0, 0),
            new Step(-1, -1, 0, 0),
            new Step(-1, 1, 0, 0),
            new Step(1, -1, 0, 0),
            new Step(1, 1, 0, 0));

    private final double[] values;
    private final Orders differencing;
    private final int mostArma;
    private final int mostSeasonal;
    private final Map<Orders, Fit> tried = new HashMap<>();
    private Fit best;

    /** @param values the series after its differences, which {@code differencing} tells */
    StepwiseSearch(double[] values, int observations, Orders differencing) {
        this.values = values;
        this.differencing = differencing;
        int m = differencing.seasonLength();
        mostSeasonal = m > 1 && m <= LONGEST_SEASON ? Math.min(MOST_SEASONAL, observations / 3 / m) : 0;
        int most = Math.min(MOST_ARMA, observations / 3);
        mostArma = mostSeasonal > 0 ? Math.min(most, m - 1) : most;
    }

    Fit best() {
        best = fit(differencing);
        if (Differences.isConstant(values)) {
            return best;
        }
        start();
        while (tried.size() < MOST_FITS && improve()) {}
        return best;
    }

    private void start() {
        int arma = Math.min(values.length + lost() < FEW ? 1 : 2, mostArma);
        int seasonal = Math.min(values.length + lost() < FEW ? 0 : 1, mostSeasonal);
        int one = Math.min(1, mostArma);
        int oneSeasonal = Math.min(1, mostSeasonal);
        tries(differencing.withArma(arma, arma, seasonal, seasonal));
        tries(differencing.withArma(one, 0, oneSeasonal, 0));
        tries(differencing.withArma(0, one, 0, oneSeasonal));
        tries(differencing.withConstant(false));
    }

    private int lost() {
        return differencing.differences() + differencing.seasonalDifferences() * differencing.seasonLength();
    }

    private boolean improve() {
        for (Step step : STEPS) {
            Optional<Orders> neighbour = step.from(best.orders(), mostArma, mostSeasonal);
            if (neighbour.isPresent() && tries(neighbour.get())) {
                return true;
            }
        }
        return differencing.mayHaveConstant()
                && tries(best.orders().withConstant(!best.orders().constant()));
    }

    private boolean tries(Orders orders) {
        if (tried.containsKey(orders) || tried.size() >= MOST_FITS) {
            return false;
        }
        Fit fit = fit(orders);
        boolean better = fit.aicc() < best.aicc();
        best = better ? fit : best;
        return better;
    }

    private Fit fit(Orders orders) {
        Fit fit = new Likelihood(orders, values).maximise();
        tried.put(orders, fit);
        return fit;
    }

    private record Step(int ar, int ma, int seasonalAr, int seasonalMa) {

        Optional<Orders> from(Orders orders, int most, int mostSeasonal) {
            int p = orders.ar() + ar;
            int q = orders.ma() + ma;
            int seasonalP = orders.seasonalAr() + seasonalAr;
            int seasonalQ = orders.seasonalMa() + seasonalMa;
            boolean inside = Math.min(Math.min(p, q), Math.min(seasonalP, seasonalQ)) >= 0
                    && Math.max(p, q) <= most
                    && Math.max(seasonalP, seasonalQ) <= mostSeasonal;
            return inside ? Optional.of(orders.withArma(p, q, seasonalP, seasonalQ)) : Optional.empty();
        }
    }
}
