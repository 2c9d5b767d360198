package io.binnacle.forecasting.onnx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an ONNX file does not say of itself.
 *
 * @param input the name of the input that takes the last values, the oldest first
 * @param window how many values it takes
 * @param horizon how many periods it forecasts at once
 * @param mean the name of the output with the point forecasts
 * @param quantiles the names of outputs with quantiles, by their probabilities; each with its counterpart on the
 *     other side of the middle
 */
record Descriptor(
        @JsonProperty(required = true) String input,
        @JsonProperty(required = true) int window,
        @JsonProperty(required = true) int horizon,
        @JsonProperty(required = true) String mean,
        Optional<Map<Double, String>> quantiles,
        @JsonProperty(required = true) Scaling scaling) {

    private static final int MOST = 10_000;
    private static final double MIDDLE = 0.5;
    private static final double SAME = 1e-9;

    /** @throws IllegalArgumentException when a number is out of range or a quantile has no counterpart */
    Descriptor {
        require(window >= 1 && window <= MOST, "window is 1 to " + MOST + ", not " + window);
        require(horizon >= 1 && horizon <= MOST, "horizon is 1 to " + MOST + ", not " + horizon);
        quantiles = quantiles
                .filter(given -> !given.isEmpty())
                .map(given -> Collections.unmodifiableMap(new TreeMap<>(given)));
        for (double probability : quantiles.orElse(Map.of()).keySet()) {
            require(probability > 0 && probability < 1, "a quantile lies between 0 and 1, unlike " + probability);
            require(
                    counterpart(quantiles.orElseThrow(), probability),
                    "the quantile " + probability + " needs the one of " + (float) (1 - probability) + " beside it");
        }
        require(
                quantiles.isEmpty() || quantiles.get().keySet().stream().anyMatch(p -> p > MIDDLE),
                "the median alone tells no interval; give quantiles on both sides, or none");
    }

    private static boolean counterpart(Map<Double, String> given, double probability) {
        return given.keySet().stream().anyMatch(other -> Math.abs(other + probability - 1) < SAME);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** The outputs that are read, the mean first, then the quantiles by their probabilities. */
    List<String> outputs() {
        return Stream.concat(Stream.of(mean), quantiles.stream().flatMap(given -> given.values().stream()))
                .toList();
    }
}
