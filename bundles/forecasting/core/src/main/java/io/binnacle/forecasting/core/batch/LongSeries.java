package io.binnacle.forecasting.core.batch;

/**
 * One series of a file in long form, in the order of its periods, without gaps.
 *
 * @param values what a model may see
 * @param actual what came afterwards, when the file tells: the rows of the part {@code test}
 * @param filled how many values were missing and stand on the line between their neighbours
 * @param seasonLength what the periods say of the season; 0 when they say nothing
 */
record LongSeries(String id, double[] values, double[] actual, int filled, int seasonLength) {}
