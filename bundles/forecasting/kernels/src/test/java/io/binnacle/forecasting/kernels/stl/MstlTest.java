package io.binnacle.forecasting.kernels.stl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MstlTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void splits_a_series_of_several_seasons_as_r_does(String line) {
        String[] column = line.split(";");
        int[] lengths =
                Arrays.stream(column[1].split(" ")).mapToInt(Integer::parseInt).toArray();
        double[] values = numbers(column[2]);

        Mstl parts = Mstl.of(values, lengths);

        // R's digits in the file end at ten.
        double tolerance = 1e-8 * Arrays.stream(values).max().orElseThrow();
        for (int k = 0; k < lengths.length; k++) {
            assertThat(parts.seasons()[k]).containsExactly(numbers(column[3 + k]), within(tolerance));
        }
        assertThat(parts.trend()).containsExactly(numbers(column[3 + lengths.length]), within(tolerance));
    }

    @Test
    void parts_add_up_and_each_season_goes_on_as_it_was_last() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(t -> 10 + 3 * (t % 2) + (t % 6 == 0 ? 6 : 0))
                .toArray();

        Mstl parts = Mstl.of(values, 2, 6);

        for (int t = 0; t < values.length; t++) {
            assertThat(parts.season()[t] + parts.trend()[t] + parts.remainder()[t])
                    .isCloseTo(values[t], within(1e-12));
        }
        double[] ahead = parts.ahead(7, 2, 6);
        // Two turns leave a little of one season in the other.
        for (int step = 0; step < ahead.length; step++) {
            assertThat(parts.trend()[59] + ahead[step]).isCloseTo(values[step], within(0.05));
        }
    }

    static List<String> references() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(MstlTest.class.getResourceAsStream("/mstl.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
