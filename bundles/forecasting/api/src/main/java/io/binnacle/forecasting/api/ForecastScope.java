package io.binnacle.forecasting.api;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is forecast, and of which part of the business: each scope has a champion of its own.
 *
 * @param metric such as {@code revenue} or {@code consumption}; lower case letters, digits and dashes
 * @param segment such as {@code all} or {@code region.EMEA}; up to 120 letters, digits, blanks, points, dashes
 *     and underscores
 */
public record ForecastScope(String metric, String segment) {

    /** The metric of series of which nobody says what they are. */
    public static final String ANY = "any";

    /** The segment that stands for every segment without a champion of its own. */
    public static final String ALL = "all";

    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,119}");

    /** Whatever is not told apart. */
    public static final ForecastScope GENERAL = new ForecastScope(ANY, ALL);

    /** @throws IllegalArgumentException when metric or segment are not of that form */
    public ForecastScope {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(segment, "segment");
        if (!METRIC.matcher(metric).matches()) {
            throw new IllegalArgumentException("a metric has lower case letters, digits and dashes, unlike " + metric);
        }
        if (!SEGMENT.matcher(segment).matches()) {
            throw new IllegalArgumentException(
                    "a segment has letters, digits, blanks, points, dashes and underscores, unlike " + segment);
        }
    }

    @Override
    public String toString() {
        return metric + "/" + segment;
    }
}
