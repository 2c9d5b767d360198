package io.binnacle.forecasting.core.batch;

import java.util.List;

/**
 * One series of a file in long form, in the order of its periods, without gaps.
 *
 * @param values what a model may see
 * @param actual what came afterwards, when the file tells: the rows of the part {@code test}
 * @param filled how many values were missing and stand on the line between their neighbours
 * @param seasonLength what the periods say of the season; 0 when they say nothing
 * @param firstPeriod the number of the first value's period, of which neighbours differ by one
 * @param labels what the file says of the series beside its values, as asked for
 */
public record LongSeries(
        String id,
        double[] values,
        double[] actual,
        int filled,
        int seasonLength,
        long firstPeriod,
        List<String> labels) {}
