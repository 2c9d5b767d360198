package io.binnacle.forecasting.tramo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TramoModelTest extends ForecastModelContract {

    private static final double QUANTILE = 1.959963984540054;

    @Override
    protected ForecastModel model() {
        return new TramoModel();
    }

    @Test
    void forecasts_passengers_with_intervals_that_are_normal_in_logarithms() {
        Reference reference = Reference.of("AirPassengers");

        Forecast forecast =
                model().forecast(new TimeSeries(reference.values(), 12), new Outlook(12, List.of(0.95), 42));

        PredictionInterval interval = forecast.intervals().get(0);
        for (int step = 0; step < 12; step++) {
            double logarithm = reference.mean()[step];
            // 1.2 % wider than R's: 131 differences for R, and TRAMO takes three coefficients off.
            double width = QUANTILE * reference.deviation()[step] * Math.sqrt(131.0 / 128);
            assertThat(forecast.mean().get(step)).isCloseTo(Math.exp(logarithm), within(0.02));
            assertThat(interval.lower().get(step)).isCloseTo(Math.exp(logarithm - width), within(0.05));
            assertThat(interval.upper().get(step)).isCloseTo(Math.exp(logarithm + width), within(0.05));
        }
    }

    @Test
    void an_outlier_hardly_moves_the_forecast() {
        double[] values = Reference.of("AirPassengers").values();
        Outlook outlook = new Outlook(12, List.of(0.95), 42);
        Forecast undisturbed = model().forecast(new TimeSeries(values, 12), outlook);
        values[50] *= 2;

        Forecast forecast = model().forecast(new TimeSeries(values, 12), outlook);

        for (int step = 0; step < 12; step++) {
            double before = undisturbed.mean().get(step);
            assertThat(forecast.mean().get(step)).isCloseTo(before, within(0.005 * before));
        }
    }

    @Test
    void goes_on_along_a_season_that_adds_to_a_line_without_doubt() {
        double[] season = {5, -2, -7, 4};
        double[] values =
                IntStream.range(0, 40).mapToDouble(t -> 50 + t + season[t % 4]).toArray();

        Forecast forecast = model().forecast(new TimeSeries(values, 4), new Outlook(4, List.of(0.95), 42));

        assertThat(forecast.mean()).containsExactly(95.0, 89.0, 85.0, 97.0);
        assertThat(forecast.intervals().get(0).upper()).isEqualTo(forecast.mean());
    }

    @Test
    void scales_exactly_with_powers_of_two() {
        double[] values = Reference.of("nottem").values();
        double[] larger = Arrays.stream(values).map(value -> value * 1024).toArray();
        Outlook outlook = new Outlook(12, List.of(0.8), 42);

        Forecast forecast = model().forecast(new TimeSeries(values, 12), outlook);
        Forecast ofLarger = model().forecast(new TimeSeries(larger, 12), outlook);

        assertThat(ofLarger.mean())
                .isEqualTo(forecast.mean().stream().map(value -> value * 1024).toList());
    }

    /** JDemetra+ 3.5.0 fails to identify half-years from the 61st observation on; the airline model is left. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 12})
    void takes_every_division_of_the_year(int seasonLength) {
        double[] values = IntStream.range(0, 96)
                .mapToDouble(t -> 200 + t + 20 * (t % seasonLength) + t * 7919 % 13)
                .toArray();
        double[] future = IntStream.range(96, 108)
                .mapToDouble(t -> 200 + t + 20 * (t % seasonLength) + 6)
                .toArray();

        Forecast forecast = model().forecast(new TimeSeries(values, seasonLength), new Outlook(12, List.of(), 42));

        double[] mean =
                forecast.mean().stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(mean).containsExactly(future, within(13.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 24, 52})
    void refuses_seasons_that_do_not_divide_a_year_and_says_what_takes_them(int seasonLength) {
        TimeSeries history = new TimeSeries(new double[400], seasonLength);

        assertThatThrownBy(() -> model().forecast(history, new Outlook(1, List.of(), 42)))
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ForecastError.INVALID_SERIES))
                .hasMessageContaining("1, 2, 3, 4, 6 or 12 periods, got " + seasonLength)
                .hasMessageContaining("ask for combination");
    }

    @Test
    void leaves_the_loader_of_the_thread_as_it_was() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        model().forecast(new TimeSeries(Reference.of("LakeHuron").values(), 1), new Outlook(1, List.of(), 42));

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
