package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.kernels.robust.Fences;
import io.binnacle.forecasting.kernels.robust.SeriesParts;
import io.binnacle.forecasting.kernels.robust.SeriesParts.Method;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Values far off what trend and season make of them. The forecast was made with them as they are.
 *
 * @param lookedFor false where they cannot be told
 * @param rule by which they were found, or why they were not looked for
 */
public record Outliers(boolean lookedFor, String rule, List<Outlier> points) {

    private static final String TWICE =
            "Two seasons show each of their periods twice: which of the two is an outlier cannot be told.";
    private static final String INTERMITTENT = "Of a series with so many zeros, a value is no outlier because the"
            + " values around it are zero (average interval between demands above 1.32; Syntetos, Boylan & Croston"
            + " 2005).";
    private static final String RULE =
            "Outliers are values whose remainder is more than three interquartile ranges beyond the quartiles of"
                    + " all remainders (Hyndman's rule, as in R's forecast::tsoutliers). Nothing is left out of the forecast.";

    /**
     * @param at periods since the first observation
     * @param period the month, where it is known
     * @param expected the value that trend and season make
     * @param lowest the least value that would not count as an outlier there
     * @param highest the greatest
     */
    public record Outlier(
            int at,
            Optional<YearMonth> period,
            BigDecimal value,
            BigDecimal expected,
            BigDecimal lowest,
            BigDecimal highest) {}

    static Outliers of(SeriesParts parts, Components components) {
        List<Outlier> points = parts.outliers().stream()
                .mapToObj(t -> outlier(components.history().get(t), parts.fences()))
                .toList();
        boolean twice = parts.method() == Method.CLASSICAL;
        String rule = twice ? TWICE : parts.intermittent() ? INTERMITTENT : RULE;
        return new Outliers(!twice && !parts.intermittent(), rule, points);
    }

    private static Outlier outlier(Split point, Fences fences) {
        BigDecimal expected = point.trend().add(point.season());
        return new Outlier(
                point.at(),
                point.period(),
                point.value(),
                expected,
                beyond(expected, fences.lower()),
                beyond(expected, fences.upper()));
    }

    private static BigDecimal beyond(BigDecimal expected, double fence) {
        return expected.add(Decimals.rounded(fence, expected.scale()));
    }
}
