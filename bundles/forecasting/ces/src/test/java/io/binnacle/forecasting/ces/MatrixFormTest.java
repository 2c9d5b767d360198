package io.binnacle.forecasting.ces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recursions against the paper's matrices, computed by ces.R for 39 pairs of a series and a season. */
class MatrixFormTest {

    // The fixture has twelve figures, and a recursion that nearly explodes passes their rounding on.
    private static final Percentage ROUNDED = Percentage.withPercentage(1e-5);

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void runs_over_a_series_and_beyond_as_the_matrices_do(String line) {
        String[] column = line.split(";");
        Season season = Season.valueOf(column[1]);
        int seasonLength = Integer.parseInt(column[2]);
        Parameters parameters = Parameters.of(season, numbers(column[3]));
        double[] values = numbers(column[4]);
        Smoother smoother = start(season, seasonLength, values[0]);
        smoother.set(parameters);

        double squares = smoother.forth(values);

        Fit fit = new Fit(smoother, values.length, 0, 1);
        assertThat(squares).isCloseTo(Double.parseDouble(column[5]), ROUNDED);
        assertClose(fit.mean(15), numbers(column[6]));
        assertClose(fit.variance(15), numbers(column[7]));
        assertThat(ComplexStates.forgets(parameters.a0(), parameters.a1())).isEqualTo(column[8].equals("TRUE"));
    }

    private static Smoother start(Season season, int seasonLength, double first) {
        Smoother smoother = new Smoother(season, seasonLength);
        Arrays.fill(smoother.levels.level, first);
        Arrays.fill(smoother.levels.potential, first / 2);
        for (int phase = 0; phase < seasonLength && season.adds(); phase++) {
            smoother.seasons.level[phase] = (phase + 1) / 10.0;
            smoother.seasons.potential[phase] = (phase + 1) / 20.0;
        }
        return smoother;
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int step = 0; step < expected.length; step++) {
            assertThat(actual[step]).as("period %d", step + 1).isCloseTo(expected[step], ROUNDED);
        }
    }

    static List<String> references() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(MatrixFormTest.class.getResourceAsStream("/ces.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
