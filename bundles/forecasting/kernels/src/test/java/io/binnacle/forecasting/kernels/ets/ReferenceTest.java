package io.binnacle.forecasting.kernels.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of R's ets, with its parameters and with our own. */
class ReferenceTest {

    // The fixture has ten figures, and a long recursion passes their rounding on.
    private static final Percentage ROUNDED = Percentage.withPercentage(1e-4);

    static Stream<Reference> references() {
        return Reference.all();
    }

    @ParameterizedTest
    @MethodSource("references")
    void forecasts_what_R_does_with_its_parameters(Reference reference) {
        double[] mean = reference.fit().mean(reference.mean().length);

        for (int step = 0; step < mean.length; step++) {
            assertThat(mean[step]).as("period %d", step + 1).isCloseTo(reference.mean()[step], ROUNDED);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void is_as_unsure_as_R_with_its_parameters(Reference reference) {
        double[] variance = Variance.of(reference.fit(), reference.mean().length);

        // R 8.20 puts gamma into the wrong row of its matrix when there is no trend; the next test has those forms.
        assumeTrue(reference.form().hasTrend() || !reference.form().hasSeason());
        double later = reference.form().hasFactors() ? 5 : 0.1;
        for (int step = 0; step < variance.length; step++) {
            double percentage =
                    step < reference.seasonLength() && !reference.form().isDamped() ? 0.1 : later;
            assertThat(variance[step])
                    .as("period %d", step + 1)
                    .isCloseTo(reference.variance()[step], Percentage.withPercentage(percentage));
        }
    }

    @Test
    void has_the_variance_of_the_textbook_where_there_is_a_season_without_a_trend() {
        Form form = new Form(Form.Errors.ADDITIVE, Form.Trend.NONE, Form.Season.ADDITIVE);
        FormFit fit = new FormFit(form, new Smoothing(0.3, 0, 0.2, 0), 0, 10, 50, 0, new double[4], 0);

        double[] variance = Variance.of(fit, 9);

        // Table 6.1: sigma² (1 + alpha² (h - 1) + gamma k (2 alpha + gamma)), k the seasons between.
        assertThat(variance).containsExactly(new double[] {100, 109, 118, 127, 152, 161, 170, 179, 204}, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("references")
    void judges_a_fit_as_R_does(Reference reference) {
        Likelihood likelihood = new Likelihood(reference.values(), reference.form(), reference.seasonLength());

        // R also judges shares of one-step forecasts that are not positive; here such a form is out.
        double aicc = likelihood.judge(reference.fit().smoothing(), reference.start());

        assumeThat(aicc).isFinite();
        assertThat(aicc).isCloseTo(reference.aicc(), Offset.offset(1e-3));
    }

    @Test
    void fits_about_as_well_as_a_search_over_the_starting_states_too() {
        List<Double> losses = Reference.all()
                .map(reference -> fitted(reference) - reference.aicc())
                .sorted()
                .toList();

        // A loss of 2 is what one parameter too many costs. R's search of up to 17 dimensions stops early at times.
        assertThat(losses).hasSizeGreaterThan(150);
        assertThat(losses.get(losses.size() / 2)).isLessThan(0.1);
        assertThat(losses.get(losses.size() * 9 / 10)).isLessThan(2.5);
    }

    private static double fitted(Reference reference) {
        return new Likelihood(reference.values(), reference.form(), reference.seasonLength())
                .maximise()
                .aicc();
    }
}
