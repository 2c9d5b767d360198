package io.binnacle.forecasting.combination;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each member of a weighted mean counts.
 *
 * @param given a weight above 0 for each member by its id; empty where backtests decide, series by series
 */
record Weights(Map<String, Double> given) {

    static final Weights BACKTEST = new Weights(Map.of());

    private static final String BY_BACKTEST = "backtest";

    Weights {
        given = Map.copyOf(given);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Weights of(JsonNode json) {
        if (json.isTextual() && json.textValue().equals(BY_BACKTEST)) {
            return BACKTEST;
        }
        if (!json.isObject() || json.isEmpty()) {
            throw new IllegalArgumentException("weights are \"backtest\", or a number for each member");
        }
        Map<String, Double> given = new TreeMap<>();
        json.properties().forEach(field -> given.put(field.getKey(), weight(field.getKey(), field.getValue())));
        return new Weights(given);
    }

    private static double weight(String member, JsonNode json) {
        double weight = json.doubleValue();
        if (!json.isNumber() || !(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of " + member + " must be a number above 0, not " + json
                    + "; leave out who counts nothing");
        }
        return weight;
    }

    boolean areByBacktest() {
        return given.isEmpty();
    }

    @JsonValue
    Object json() {
        return areByBacktest() ? BY_BACKTEST : given;
    }
}
