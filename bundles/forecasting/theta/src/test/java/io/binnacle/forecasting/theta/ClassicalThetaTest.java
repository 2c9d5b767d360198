package io.binnacle.forecasting.theta;

import static org.assertj.core.api.Assertions.assertThat;

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

    // R's optimiser stops within 1e-8 of the likelihood, which moves alpha in the fifth figure.
    private static final Percentage TOLERANCE = Percentage.withPercentage(0.02);
    private static final FitRules LEVEL_ONLY = new FitRules(0, true, 0);

    static Stream<Reference> thetaf() {
        return Reference.of("thetaf");
    }

    @ParameterizedTest
    @MethodSource("thetaf")
    void agrees_with_R(Reference reference) {
        double[] values = reference.values();
        Seasonality seasonality = Seasonality.of(values, reference.seasonLength());
        double[] adjusted = seasonality.removeFrom(values);
        ThetaParameters parameters = ThetaParameters.fit(adjusted, LEVEL_ONLY, 1e-4, 0.9999);
        ThetaState state = ThetaState.start(parameters);
        ExpandingTrend trend = new ExpandingTrend();
        for (double value : adjusted) {
            state.observe(value);
            trend.add(value);
        }
        double drift = trend.slope() / 2;
        double smoothedSoFar = (1 - Math.pow(1 - parameters.alpha(), values.length)) / parameters.alpha();

        assertThat(drift).isCloseTo(reference.trend(), Percentage.withPercentage(1e-6));
        for (int step = 0; step < reference.mean().length; step++) {
            double mean = state.level() + drift * (step + smoothedSoFar);
            assertThat(seasonality.restore(mean, values.length + step))
                    .as("period %d", step + 1)
                    .isCloseTo(reference.mean()[step], TOLERANCE);
        }
    }
}
