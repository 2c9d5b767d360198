package io.binnacle.forecasting.kernels.stl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StlTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void splits_a_series_as_r_does(String line) {
        String[] column = line.split(";");
        double[] values = numbers(column[4]);
        int season = Integer.parseInt(column[1]);
        int window = Integer.parseInt(column[2]);
        Stl stl = column[3].equals("robust") ? Stl.robust(season, window) : Stl.of(season, window);

        Decomposition parts = stl.decompose(values);

        // R's digits in the file end at ten.
        double tolerance = 1e-8 * Arrays.stream(values).max().orElseThrow();
        assertThat(parts.season()).containsExactly(numbers(column[5]), within(tolerance));
        assertThat(parts.trend()).containsExactly(numbers(column[6]), within(tolerance));
    }

    static List<String> references() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(StlTest.class.getResourceAsStream("/stl.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
