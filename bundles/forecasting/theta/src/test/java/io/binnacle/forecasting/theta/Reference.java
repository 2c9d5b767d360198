package io.binnacle.forecasting.theta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** What R computes; reference.R says how. */
record Reference(
        String method,
        String name,
        int seasonLength,
        double[] values,
        double alpha,
        double start,
        double trend,
        double errors,
        double[] mean) {

    static Stream<Reference> of(String method) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Reference.class.getResourceAsStream("/reference.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().map(Reference::parse).toList().stream()
                    .filter(reference -> reference.method.equals(method));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference parse(String line) {
        String[] column = line.split(";", -1);
        return new Reference(
                column[0],
                column[1],
                Integer.parseInt(column[2]),
                numbers(column[3]),
                Double.parseDouble(column[4]),
                Double.parseDouble(column[5]),
                Double.parseDouble(column[6]),
                Double.parseDouble(column[7]),
                numbers(column[8]));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
