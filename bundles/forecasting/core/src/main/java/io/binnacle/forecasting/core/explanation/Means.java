package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.api.Forecast;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** The means of the periods of a comparison, or why there are none. */
record Means(List<BigDecimal> known, String problem) {

    /** @param skip how many periods lie before the first of the comparison */
    static Means of(Forecast forecast, int skip, int periods) {
        return new Means(
                forecast.mean().subList(skip, skip + periods).stream()
                        .map(Decimals::of)
                        .toList(),
                "");
    }

    static Means missing(String problem) {
        return new Means(List.of(), problem);
    }

    boolean areKnown() {
        return problem.isEmpty();
    }

    boolean differsFrom(Means others) {
        return areKnown() && !known.equals(others.known);
    }

    List<BigDecimal> minus(Means others) {
        return IntStream.range(0, known.size())
                .mapToObj(k -> known.get(k).subtract(others.known.get(k)))
                .toList();
    }
}
