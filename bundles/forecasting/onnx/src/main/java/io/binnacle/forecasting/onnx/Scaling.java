package io.binnacle.forecasting.onnx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** How a window is brought to the size that a net was trained on; what comes out is brought back. */
enum Scaling {
    /** As it is. */
    @JsonProperty("none")
    NONE,
    /** Divided by the mean of the absolute values. */
    @JsonProperty("mean")
    MEAN,
    /** Less the mean, divided by the standard deviation (of the population, with n). */
    @JsonProperty("standard")
    STANDARD;

    /** Values are scaled as (value - shift) / factor. */
    record Scale(double shift, double factor) {

        float scaled(double value) {
            return (float) ((value - shift) / factor);
        }

        double original(float value) {
            return value * factor + shift;
        }
    }

    /** A window without size, such as one of zeros, is left at its factor. */
    Scale of(double[] window) {
        return switch (this) {
            case NONE -> new Scale(0, 1);
            case MEAN ->
                new Scale(
                        0, factor(Arrays.stream(window).map(Math::abs).average().orElse(0)));
            case STANDARD -> standard(window);
        };
    }

    private static Scale standard(double[] window) {
        double mean = Arrays.stream(window).average().orElse(0);
        double variance = Arrays.stream(window)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return new Scale(mean, factor(Math.sqrt(variance)));
    }

    private static double factor(double size) {
        return size > 0 ? size : 1;
    }

    /** As it is written in JSON. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
