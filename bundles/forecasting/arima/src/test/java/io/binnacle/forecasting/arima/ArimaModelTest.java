package io.binnacle.forecasting.arima;

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

class ArimaModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new ArimaModel();
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

        assertThat(values(forecast)).containsExactly(new double[] {100, 103, 106}, within(1e-9));
    }

    @Test
    void continues_a_season_that_adds_to_a_line() {
        double[] season = {5, -2, -7, 4};
        double[] values =
                IntStream.range(0, 40).mapToDouble(t -> 50 + t + season[t % 4]).toArray();

        Forecast forecast = model().forecast(new TimeSeries(values, 4), new Outlook(4, List.of(), 42));

        assertThat(values(forecast)).containsExactly(new double[] {95, 89, 85, 97}, within(1e-9));
    }

    @Test
    void scales_exactly_with_powers_of_two() {
        double[] values = Reference.of("/chosen.csv").get(0).values();
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
