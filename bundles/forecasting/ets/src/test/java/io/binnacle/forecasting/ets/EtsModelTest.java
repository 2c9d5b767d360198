package io.binnacle.forecasting.ets;

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
import org.junit.jupiter.api.Test;

class EtsModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new EtsModel();
    }

    @Test
    void repeats_a_constant_with_no_doubt() {
        double[] constant = new double[40];
        Arrays.fill(constant, 7.3);

        Forecast forecast = model().forecast(new TimeSeries(constant, 12), new Outlook(6, List.of(0.95), 42));

        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isCloseTo(7.3, within(1e-9)));
        assertThat(forecast.intervals().get(0).upper())
                .allSatisfy(value -> assertThat(value).isCloseTo(7.3, within(1e-6)));
    }

    @Test
    void continues_a_straight_line() {
        double[] line = IntStream.range(0, 30).mapToDouble(t -> 10 + 3 * t).toArray();

        Forecast forecast = model().forecast(TimeSeries.of(line), new Outlook(3, List.of(), 42));

        assertThat(values(forecast)).containsExactly(new double[] {100, 103, 106}, within(0.01));
    }

    @Test
    void continues_factors_that_multiply_a_rising_level() {
        double[] factors = {1.3, 0.9, 0.6, 1.2};
        double[] values = IntStream.range(0, 40)
                .mapToDouble(t -> (100 + 2 * t) * factors[t % 4])
                .toArray();

        Forecast forecast = model().forecast(new TimeSeries(values, 4), new Outlook(4, List.of(), 42));

        assertThat(values(forecast)).containsExactly(new double[] {234, 163.8, 110.4, 223.2}, within(1.0));
    }

    @Test
    void forecasts_zeros_as_zeros() {
        Forecast forecast = model().forecast(new TimeSeries(new double[36], 12), new Outlook(12, List.of(), 42));

        assertThat(forecast.mean()).containsOnly(0.0);
    }

    @Test
    void mirrors_a_series_of_negative_values_as_far_as_errors_add() {
        double[] values = IntStream.range(0, 48)
                .mapToDouble(t -> -50 - t % 12 - t * 7 % 5)
                .toArray();

        Forecast forecast = model().forecast(new TimeSeries(values, 12), new Outlook(12, List.of(), 42));

        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isBetween(-70.0, -45.0));
    }

    @Test
    void scales_exactly_with_powers_of_two() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(t -> 100 + t + t % 12 * 4 + t * 7919 % 13)
                .toArray();
        double[] larger = Arrays.stream(values).map(value -> value * 1024).toArray();
        Outlook outlook = new Outlook(12, List.of(0.8), 42);

        Forecast forecast = model().forecast(new TimeSeries(values, 12), outlook);
        Forecast ofLarger = model().forecast(new TimeSeries(larger, 12), outlook);

        assertThat(ofLarger.mean())
                .isEqualTo(forecast.mean().stream().map(value -> value * 1024).toList());
    }

    private static double[] values(Forecast forecast) {
        return forecast.mean().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
