package io.binnacle.forecasting.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThetaModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new ThetaModel();
    }

    @ParameterizedTest
    @MethodSource("dynamic")
    void fits_no_worse_than_a_general_optimiser_over_all_parameters(Reference reference) {
        FitRules rules = FitRules.forLength(reference.values().length);
        FitError error = new FitError(reference.values(), rules);

        double squares = error.applyAsDouble(
                ThetaParameters.fit(reference.values(), rules).alpha());

        // With alpha at its bound an initial level of millions would buy the last tenth of a per cent.
        assertThat(squares).isLessThan(reference.errors() * 1.001);
    }

    @ParameterizedTest
    @MethodSource("dynamic")
    void forecasts_what_the_equations_of_the_paper_give(Reference reference) {
        Forecast forecast = model().forecast(TimeSeries.of(reference.values()), new Outlook(8, List.of(), 42));

        for (int step = 0; step < 8; step++) {
            assertThat(forecast.mean().get(step)).isCloseTo(reference.mean()[step], Percentage.withPercentage(0.1));
        }
    }

    static Stream<Reference> dynamic() {
        return Reference.of("dynamic");
    }

    @Test
    void continues_a_straight_line() {
        double[] line = IntStream.range(0, 30).mapToDouble(t -> 10 + 3 * t).toArray();

        Forecast forecast = model().forecast(TimeSeries.of(line), new Outlook(3, List.of(), 42));

        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isBetween(99.5, 106.5));
        assertThat(forecast.mean()).isSorted();
    }

    @Test
    void repeats_a_constant_with_no_doubt() {
        double[] constant = new double[40];
        Arrays.fill(constant, 7.3);

        Forecast forecast = model().forecast(new TimeSeries(constant, 12), new Outlook(6, List.of(0.95), 42));

        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isCloseTo(7.3, within(1e-12)));
        assertThat(forecast.intervals().get(0).upper())
                .allSatisfy(value -> assertThat(value).isCloseTo(7.3, within(1e-6)));
    }

    @Test
    void scales_exactly_with_powers_of_two() {
        double[] values = Reference.of("thetaf").findFirst().orElseThrow().values();
        double[] larger = Arrays.stream(values).map(value -> value * 1024).toArray();
        Outlook outlook = new Outlook(12, List.of(0.8), 42);

        Forecast forecast = model().forecast(new TimeSeries(values, 12), outlook);
        Forecast ofLarger = model().forecast(new TimeSeries(larger, 12), outlook);

        assertThat(ofLarger.mean())
                .isEqualTo(forecast.mean().stream().map(value -> value * 1024).toList());
    }

    @Test
    void widens_its_intervals_with_the_horizon() {
        double[] values = Reference.of("dynamic").findFirst().orElseThrow().values();

        double[] deviation = Theta.of(values, 1).deviation(12);

        assertThat(deviation).isSorted();
        assertThat(deviation[0]).isPositive();
    }

    @Test
    void has_the_variance_of_exponential_smoothing_where_there_is_no_trend() {
        Reference flat = Reference.of("dynamic")
                .filter(reference -> reference.name().equals("Nile"))
                .findFirst()
                .orElseThrow();
        ThetaFit fit = ThetaFit.of(flat.values());
        double alpha = fit.parameters().alpha();

        double[] deviation = fit.deviation(10);

        // Hyndman et al. (2008), table 6.1: the variance of ANN is sigma² (1 + (h - 1) alpha²).
        for (int step = 0; step < 10; step++) {
            assertThat(deviation[step]).isCloseTo(fit.sigma() * Math.sqrt(1 + step * alpha * alpha), within(1e-9));
        }
    }
}
