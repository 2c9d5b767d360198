package io.binnacle.forecasting.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.binnacle.forecasting.kernels.Seasonality;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Season, trend and level put together the classical way: the theta method is simple exponential smoothing
 * with half the slope of the trend as drift (Hyndman &amp; Billah 2003), as R's thetaf computes it.
 */
class ClassicalThetaTest {

    // The text of the numbers has fifteen figures.
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-6);
    // R's optimiser stops within 1e-8 of the likelihood, which moves alpha in the fifth figure.
    private static final Percentage TOLERANCE = Percentage.withPercentage(0.02);
    private static final FitRules LEVEL_ONLY = new FitRules(0, true, 0);

    static Stream<Reference> thetaf() {
        return Reference.of("thetaf");
    }

    @ParameterizedTest
    @MethodSource("thetaf")
    void forecasts_what_R_forecasts_from_the_parameters_that_R_found(Reference reference) {
        ThetaParameters found = new ThetaParameters(reference.alpha(), 0, reference.start());

        assertAgrees(mean(reference, found), reference, ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("thetaf")
    void fits_no_worse_than_R(Reference reference) {
        double squares = new FitError(adjusted(reference), LEVEL_ONLY)
                .applyAsDouble(fitted(reference).alpha());

        assertThat(squares).isLessThan(reference.errors() * (1 + 1e-8));
    }

    @ParameterizedTest
    @MethodSource("thetaf")
    void forecasts_what_R_forecasts_where_R_finds_the_same_parameters(Reference reference) {
        ThetaParameters fitted = fitted(reference);
        // R descends from one alpha: where the errors have two valleys, as in two of these series, it may stop in
        // the shallower one, and the means differ by up to 10 %.
        assumeThat(fitted.alpha()).isCloseTo(reference.alpha(), within(0.001));

        assertAgrees(mean(reference, fitted), reference, TOLERANCE);
    }

    private static void assertAgrees(double[] mean, Reference reference, Percentage tolerance) {
        for (int step = 0; step < mean.length; step++) {
            assertThat(mean[step]).as("period %d", step + 1).isCloseTo(reference.mean()[step], tolerance);
        }
    }

    private static ThetaParameters fitted(Reference reference) {
        return ThetaParameters.fit(adjusted(reference), LEVEL_ONLY, 1e-4, 0.9999);
    }

    private static double[] adjusted(Reference reference) {
        return Seasonality.of(reference.values(), reference.seasonLength()).removeFrom(reference.values());
    }

    private static double[] mean(Reference reference, ThetaParameters parameters) {
        double[] values = reference.values();
        Seasonality seasonality = Seasonality.of(values, reference.seasonLength());
        ThetaState state = ThetaState.start(parameters);
        ExpandingTrend trend = new ExpandingTrend();
        for (double value : adjusted(reference)) {
            state.observe(value);
            trend.add(value);
        }
        double drift = trend.slope() / 2;
        assertThat(drift).isCloseTo(reference.trend(), ROUNDING);
        double smoothedSoFar = (1 - Math.pow(1 - parameters.alpha(), values.length)) / parameters.alpha();
        double[] mean = new double[reference.mean().length];
        for (int step = 0; step < mean.length; step++) {
            double level = state.level() + drift * (step + smoothedSoFar);
            mean[step] = seasonality.restore(level, values.length + step);
        }
        return mean;
    }
}
