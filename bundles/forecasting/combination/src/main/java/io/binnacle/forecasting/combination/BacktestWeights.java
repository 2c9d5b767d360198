package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Weights in proportion to the inverse of each member's mean squared error in the last periods of the series itself
 * (J. M. Bates &amp; C. W. J. Granger, The combination of forecasts, Operational Research Quarterly 20(4), 1969, the
 * first of their methods; for more than two forecasts, P. Newbold &amp; C. W. J. Granger, JRSS A 137(2), 1974).
 * Correlations between the members' errors are left out, as both papers found best.
 *
 * <p>The errors are those of forecasts from rolling origins: from each of the last {@link #MOST_ORIGINS} periods
 * from which every member could have forecast, as many steps as are asked for now, as far as they are known.
 */
final class BacktestWeights {

    static final int MOST_ORIGINS = 12;
    static final int FEWEST_ORIGINS = 3;

    // No intervals are looked at, and a member that simulates its mean does so from the same numbers each time.
    private static final long SEED = 1;

    private BacktestWeights() {}

    /** One weight for each member, up to 1; all are 1 where the series is too short to compare them. */
    static double[] of(List<Member> members, TimeSeries history, int horizon) {
        double[] weights = new double[members.size()];
        int first = firstOrigin(members, history);
        if (history.length() - first < FEWEST_ORIGINS) {
            Arrays.fill(weights, 1);
            return weights;
        }
        double[] errors = members.stream()
                .mapToDouble(member -> meanSquaredError(member, history, first, horizon))
                .toArray();
        double least = DoubleStream.of(errors)
                .filter(error -> !Double.isNaN(error))
                .min()
                .orElse(0);
        Arrays.setAll(weights, i -> weight(errors[i], least));
        return weights;
    }

    // In proportion to the inverse, without dividing by an error of 0.
    private static double weight(double error, double least) {
        if (error == least) {
            return 1;
        }
        return Double.isNaN(error) ? 0 : least / error;
    }

    private static int firstOrigin(List<Member> members, TimeSeries history) {
        int needed = members.stream()
                .mapToInt(member -> member.model().minimumHistory(history.seasonLength()))
                .max()
                .orElse(1);
        return Math.max(needed, history.length() - MOST_ORIGINS);
    }

    /** Not a number for a member that does not answer from every origin. */
    private static double meanSquaredError(Member member, TimeSeries history, int first, int horizon) {
        double[] values = history.toArray();
        double sum = 0;
        int errors = 0;
        for (int origin = first; origin < values.length; origin++) {
            int steps = Math.min(horizon, values.length - origin);
            TimeSeries past = new TimeSeries(Arrays.copyOf(values, origin), history.seasonLength());
            Optional<Forecast> forecast =
                    member.forecast(past, new Outlook(steps, List.of(), SEED)).map(MemberForecast::forecast);
            if (forecast.isEmpty()) {
                return Double.NaN;
            }
            sum += squaredError(forecast.get().mean(), values, origin);
            errors += steps;
        }
        return sum / errors;
    }

    private static double squaredError(List<Double> mean, double[] values, int origin) {
        double sum = 0;
        for (int step = 0; step < mean.size(); step++) {
            double error = values[origin + step] - mean.get(step);
            sum += error * error;
        }
        return sum;
    }
}
