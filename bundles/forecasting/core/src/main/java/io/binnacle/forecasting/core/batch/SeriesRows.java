package io.binnacle.forecasting.core.batch;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of one series as they are read, and the series they make. */
final class SeriesRows {

    private static final int LONGEST_GAP = 10_000;

    private record Row(long line, String period, boolean test, double value) {}

    private final String id;
    private final List<String> labels;
    private final List<Row> rows = new ArrayList<>();

    SeriesRows(String id, List<String> labels) {
        this.id = id;
        this.labels = labels;
    }

    String id() {
        return id;
    }

    void sameLabels(long line, List<String> others) {
        if (!others.equals(labels)) {
            throw INVALID_SERIES.because(
                    "line %d: series '%s' belongs to %s here and to %s before; a series belongs to one place",
                    line, id, others, labels);
        }
    }

    /** @param value not a number where it is missing */
    void add(long line, String period, boolean test, double value) {
        rows.add(new Row(line, period, test, value));
    }

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES with the line at fault */
    LongSeries series() {
        PeriodIndex index = index();
        Integer[] order = IntStream.range(0, rows.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingLong(i -> index.numbers()[i]));
        refuseRepetition(index, order);
        List<Row> train = sorted(order, false);
        List<Row> test = sorted(order, true);
        if (train.isEmpty()) {
            throw INVALID_SERIES.because("series '%s' has no observation to forecast from", id);
        }
        double[] known = onEveryPeriod(train, index, order, false);
        double[] actual = test.isEmpty() ? new double[0] : onEveryPeriod(test, index, order, true);
        double[] values = Gaps.withoutEnds(known);
        if (values.length == 0) {
            throw INVALID_SERIES.because("series '%s' has no value at all", id);
        }
        int filled = Gaps.fill(values);
        return new LongSeries(
                id, values, actual, filled, index.seasonLength(), first(index, order) + Gaps.atStart(known), labels);
    }

    private PeriodIndex index() {
        try {
            return PeriodIndex.of(rows.stream().map(Row::period).toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw INVALID_SERIES.because(
                    "series '%s', lines %d to %d: the time %s", id, rows.get(0).line(), last().line(), e.getMessage());
        }
    }

    private long first(PeriodIndex index, Integer[] order) {
        return Arrays.stream(order)
                .filter(i -> !rows.get(i).test())
                .mapToLong(i -> index.numbers()[i])
                .findFirst()
                .orElseThrow();
    }

    private Row last() {
        return rows.get(rows.size() - 1);
    }

    private void refuseRepetition(PeriodIndex index, Integer[] order) {
        for (int i = 1; i < order.length; i++) {
            if (index.numbers()[order[i]] == index.numbers()[order[i - 1]]) {
                throw INVALID_SERIES.because(
                        "line %d: series '%s' has a value for %s already, on line %d",
                        rows.get(order[i]).line(),
                        id,
                        rows.get(order[i]).period(),
                        rows.get(order[i - 1]).line());
            }
        }
    }

    private List<Row> sorted(Integer[] order, boolean test) {
        return Arrays.stream(order)
                .map(rows::get)
                .filter(row -> row.test() == test)
                .toList();
    }

    private double[] onEveryPeriod(List<Row> part, PeriodIndex index, Integer[] order, boolean test) {
        long[] numbers = Arrays.stream(order)
                .filter(i -> rows.get(i).test() == test)
                .mapToLong(i -> index.numbers()[i])
                .toArray();
        long length = numbers[numbers.length - 1] - numbers[0] + 1;
        if (length > part.size() + (long) LONGEST_GAP) {
            throw INVALID_SERIES.because(
                    "series '%s' has %d values over %d periods; too many are missing", id, part.size(), length);
        }
        double[] values = new double[(int) length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < numbers.length; i++) {
            values[(int) (numbers[i] - numbers[0])] = part.get(i).value();
        }
        return values;
    }
}
