package io.binnacle.forecasting.kernels.ets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What R computes; ets.R says how. */
record Reference(
        String name,
        Form form,
        int seasonLength,
        double[] values,
        double[] smoothing,
        StartingState start,
        double aicc,
        double sigma,
        double[] mean,
        double[] variance) {

    static Stream<Reference> all() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Reference.class.getResourceAsStream("/ets.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().map(Reference::parse).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference parse(String line) {
        String[] column = line.split(";", -1);
        double[] levelAndSlope = numbers(column[5]);
        return new Reference(
                column[0] + " " + column[1],
                form(column[1]),
                Integer.parseInt(column[2]),
                numbers(column[3]),
                numbers(column[4]),
                new StartingState(levelAndSlope[0], levelAndSlope[1], numbers(column[6])),
                Double.parseDouble(column[7]),
                Double.parseDouble(column[8]),
                numbers(column[9]),
                numbers(column[10]));
    }

    // R's letters: error, trend, season, and a d for damped.
    private static Form form(String letters) {
        Form.Trend rising = letters.endsWith("d") ? Form.Trend.DAMPED : Form.Trend.LINEAR;
        return new Form(
                letters.charAt(0) == 'A' ? Form.Errors.ADDITIVE : Form.Errors.MULTIPLICATIVE,
                letters.charAt(1) == 'N' ? Form.Trend.NONE : rising,
                List.of(Form.Season.NONE, Form.Season.ADDITIVE, Form.Season.MULTIPLICATIVE)
                        .get("NAM".indexOf(letters.charAt(2))));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** R's model after its last observation, with the states that this project's recursion gives. */
    FormFit fit() {
        Smoother smoother = new Smoother(form.hasFactors(), seasonLength);
        smoother.set(smoothing[0], smoothing[1], smoothing[2], smoothing[3]);
        smoother.set(start);
        smoother.forth(values);
        return new FormFit(
                form,
                smoother.smoothing(),
                aicc,
                sigma,
                smoother.level,
                smoother.slope,
                smoother.season,
                values.length % seasonLength);
    }

    @Override
    public String toString() {
        return name;
    }
}
