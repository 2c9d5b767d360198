package io.binnacle.forecasting.mstl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MstlModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new MstlModel();
    }

    @Test
    void sees_the_week_in_hours_of_a_day() {
        IntToDoubleFunction load = t -> 100 + 20 * Math.sin(2 * Math.PI * t / 24) - (t / 24 % 7 >= 5 ? 40 : 0);

        Forecast forecast = model().forecast(series(24, 4 * 168, load), new Outlook(168, List.of(), 42));

        for (int step = 0; step < 168; step++) {
            assertThat(forecast.mean().get(step)).isCloseTo(load.applyAsDouble(4 * 168 + step), within(3.0));
        }
    }

    @Test
    void continues_a_season_that_multiplies_the_level() {
        double[] factors = {0.5, 1.5, 1.2, 0.8};
        IntToDoubleFunction growing = t -> (100 + 2 * t) * factors[t % 4];

        Forecast forecast = model().forecast(series(4, 40, growing), new Outlook(4, List.of(), 42));

        for (int step = 0; step < 4; step++) {
            double expected = growing.applyAsDouble(40 + step);
            assertThat(forecast.mean().get(step)).isCloseTo(expected, within(0.02 * expected));
        }
    }

    @Test
    void smooths_without_a_season_what_is_too_short_for_one() {
        TimeSeries history = series(12, 24, t -> 7);

        Forecast forecast = model().forecast(history, new Outlook(3, List.of(), 42));

        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isCloseTo(7, within(1e-9)));
    }

    private static TimeSeries series(int seasonLength, int observations, IntToDoubleFunction value) {
        return new TimeSeries(
                IntStream.range(0, observations).mapToDouble(value).toArray(), seasonLength);
    }
}
