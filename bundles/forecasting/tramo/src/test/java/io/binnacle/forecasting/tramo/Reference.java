package io.binnacle.forecasting.tramo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A line of what R computes; reference.R says how. */
record Reference(
        String name,
        int seasonLength,
        boolean logarithmic,
        String orders,
        double[] values,
        double[] coefficients,
        double[] mean,
        double[] deviation) {

    static List<Reference> all() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Reference.class.getResourceAsStream("/reference.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> of(line.split(";"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reference of(String name) {
        return all().stream()
                .filter(reference -> reference.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Reference of(String[] column) {
        return new Reference(
                column[0],
                Integer.parseInt(column[1]),
                column[2].equals("TRUE"),
                column[3],
                numbers(column[4]),
                numbers(column[5]),
                numbers(column[6]),
                numbers(column[7]));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
