package io.binnacle.forecasting.combination;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.PredictionInterval;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the half-widths of a combination's intervals are multiplied by, as backtests on one's own series tell.
 *
 * @param bySeason a factor for each season length; for {@link #ANY}, that of all others
 */
record Width(Map<Integer, Double> bySeason) {

    static final Width UNCHANGED = new Width(Map.of());

    private static final int ANY = 0;
    private static final double WIDEST = 100;

    Width {
        bySeason = Map.copyOf(bySeason);
    }

    /** A number for all series, or an object with one for each season length; others keep what the members say. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Width of(JsonNode json) {
        if (!json.isObject() || json.isEmpty()) {
            return new Width(Map.of(ANY, factor(json)));
        }
        Map<Integer, Double> factors = new TreeMap<>();
        json.properties().forEach(field -> factors.put(season(field.getKey()), factor(field.getValue())));
        return new Width(factors);
    }

    private static int season(String text) {
        if (text.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("a width belongs to a season length such as 12, not to '" + text + "'");
    }

    private static double factor(JsonNode json) {
        double factor = json.doubleValue();
        if (!json.isNumber() || !(factor > 0) || factor > WIDEST) {
            throw new IllegalArgumentException("a width is a number above 0 and up to 100, such as the width that a"
                    + " backtest tells, or one for each season length, not " + json);
        }
        return factor;
    }

    @JsonValue
    Object json() {
        return bySeason.containsKey(ANY) ? bySeason.get(ANY) : new TreeMap<>(bySeason);
    }

    Forecast of(Forecast forecast, int seasonLength) {
        double factor = bySeason.getOrDefault(seasonLength, bySeason.getOrDefault(ANY, 1.0));
        if (factor == 1) {
            return forecast;
        }
        List<PredictionInterval> intervals = forecast.intervals().stream()
                .map(own -> new PredictionInterval(
                        own.level(),
                        stretched(forecast.mean(), own.lower(), factor),
                        stretched(forecast.mean(), own.upper(), factor)))
                .toList();
        return new Forecast(forecast.mean(), intervals, forecast.members());
    }

    private static List<Double> stretched(List<Double> mean, List<Double> bound, double factor) {
        return IntStream.range(0, mean.size())
                .mapToObj(step -> mean.get(step) + factor * (bound.get(step) - mean.get(step)))
                .toList();
    }
}
