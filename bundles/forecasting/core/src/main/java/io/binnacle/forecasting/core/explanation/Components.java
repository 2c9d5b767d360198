package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.forecasting.kernels.robust.SeriesParts;
import io.binnacle.forecasting.kernels.robust.SeriesParts.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A series and its forecast in trend, season and remainder. The season of the forecast is the last one of the past,
 * repeated, or none where the means lie nearer to a line by themselves; its trend is the line of least squares through
 * what that leaves of the means; its remainder is what the model expects otherwise.
 *
 * @param strength of the season, from 0 to 1; empty where the series is too short to tell
 * @param remark how the season was found, or why there is none
 */
public record Components(
        Method method,
        int seasonLength,
        Optional<BigDecimal> strength,
        String remark,
        List<Split> history,
        List<Split> forecast) {

    static Components of(ForecastRun run, SeriesParts parts) {
        List<Double> values = run.input().values();
        int season = run.input().seasonLength();
        boolean tooShort = season < 2 || values.size() < 2 * season;
        int places = Decimals.places(largest(run));
        TimeAxis axis = TimeAxis.of(run);
        FutureSplit future = FutureSplit.of(run, parts);
        return new Components(
                parts.method(),
                season,
                tooShort ? Optional.empty() : Optional.of(Decimals.share(parts.strength())),
                remark(parts, season, values.size()) + future.remark(),
                history(values, parts, axis, places),
                forecast(run, future, axis, places));
    }

    private static List<Split> history(List<Double> values, SeriesParts parts, TimeAxis axis, int places) {
        double[] trend = parts.parts().trend();
        double[] season = parts.parts().season();
        return IntStream.range(0, values.size())
                .mapToObj(t -> Split.of(t, axis.month(axis.start() + t), values.get(t), trend[t], season[t], places))
                .toList();
    }

    private static List<Split> forecast(ForecastRun run, FutureSplit future, TimeAxis axis, int places) {
        List<Double> mean = run.forecast().mean();
        int known = run.input().values().size();
        return IntStream.range(0, mean.size())
                .mapToObj(k -> Split.of(
                        known + k,
                        axis.month(axis.end() + k),
                        mean.get(k),
                        future.trend()[k],
                        future.season()[k],
                        places))
                .toList();
    }

    private static double largest(ForecastRun run) {
        return Stream.concat(run.input().values().stream(), run.forecast().mean().stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    private static String remark(SeriesParts parts, int season, int known) {
        return switch (parts.method()) {
            case STL -> "The season of %d periods is found by STL.".formatted(season);
            case CLASSICAL -> "Of two seasons the average pattern is taken.";
            case TREND ->
                season < 2
                        ? "The series has no season length, so there is no season."
                        : known < 2 * season
                                ? "%d observations are fewer than two seasons of %d, so there is no season."
                                        .formatted(known, season)
                                : "The season is too weak to be told from chance, so there is none.";
        };
    }
}
