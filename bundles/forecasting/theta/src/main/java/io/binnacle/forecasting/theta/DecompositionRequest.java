package io.binnacle.forecasting.theta;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.forecasting.api.TimeSeries;
import java.util.List;
import java.util.Optional;

/** A series to be explained. */
record DecompositionRequest(List<Double> values, Optional<Integer> seasonLength) {

    private static final int MOST_VALUES = 10_000;
    private static final int LONGEST_SEASON = 1_000;
    private static final double LARGEST = 1e100;

    TimeSeries series() {
        if (values == null || values.size() > MOST_VALUES) {
            throw INVALID_CONTENT
                    .because("values must be a list of at most %d numbers", MOST_VALUES)
                    .at("/values");
        }
        int season = seasonLength.orElse(1);
        if (season < 1 || season > LONGEST_SEASON) {
            throw INVALID_CONTENT
                    .because("seasonLength must be 1 to %d periods, not %d", LONGEST_SEASON, season)
                    .at("/seasonLength");
        }
        return new TimeSeries(numbers(), season);
    }

    private double[] numbers() {
        double[] numbers = new double[values.size()];
        for (int t = 0; t < numbers.length; t++) {
            Double value = values.get(t);
            if (value == null || !(Math.abs(value) <= LARGEST)) {
                throw INVALID_CONTENT
                        .because("value %d must be a number of at most 1e100 either way, not %s", t, value)
                        .at("/values/" + t);
            }
            numbers[t] = value;
        }
        return numbers;
    }
}
