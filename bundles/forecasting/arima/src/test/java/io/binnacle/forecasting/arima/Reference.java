package io.binnacle.forecasting.arima;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A line of what R computes; reference.R says how. */
record Reference(String[] column) {

    static List<Reference> of(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Reference.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> new Reference(line.split(";", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int seasonLength() {
        return Integer.parseInt(column[1]);
    }

    Orders orders() {
        int[] order = Arrays.stream(numbers(2)).mapToInt(number -> (int) number).toArray();
        return Orders.differencing(order[1], order[4], seasonLength())
                .withArma(order[0], order[2], order[3], order[5])
                .withConstant(column[3].equals("TRUE"));
    }

    double[] values() {
        return numbers(4);
    }

    double number(int index) {
        return Double.parseDouble(column[index]);
    }

    double[] numbers(int index) {
        String text = column[index];
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    @Override
    public String toString() {
        return column[0] + " " + column[2];
    }
}
