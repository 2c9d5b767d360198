package io.binnacle.forecasting.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every expected value is worked out by hand; nets reckon with 32 bits. */
class OnnxModelTest extends ForecastModelContract {

    private static final Offset<Double> CLOSE = within(1e-5);

    /** Of the 90 % quantile of the standard normal distribution, and of the 97.5 % one, from a table. */
    private static final double Z90 = 1.2815516;

    private static final double Z975 = 1.9599640;

    @Override
    protected ForecastModel model() {
        return TestNets.banded(Scaling.STANDARD);
    }

    @Test
    void longer_horizons_are_reached_by_recursion() {
        // Of 1, 2, 4 come 6 and 8, and of 4, 6, 8 then 10 and 12.
        assertThat(forecast(TestNets.line(), 4, 7, 7, 7, 1, 2, 4).mean()).containsExactly(6.0, 8.0, 10.0, 12.0);
    }

    @Test
    void a_window_is_scaled_and_its_forecast_scaled_back() {
        // The last value and 1: one unit, the mean of 2, 4, 6, or one standard deviation, the root of 8/3.
        OnnxFile file = OnnxFile.of(3).output("mean", 1, TestNets.LAST);

        assertThat(next(file, Scaling.NONE)).isCloseTo(7, CLOSE);
        assertThat(next(file, Scaling.MEAN)).isCloseTo(10, CLOSE);
        assertThat(next(file, Scaling.STANDARD)).isCloseTo(6 + Math.sqrt(8 / 3.0), CLOSE);
    }

    @Test
    void quantiles_of_the_net_are_its_bounds_and_others_lie_on_lines_between_normal_scores() {
        PredictionInterval known = interval(TestNets.banded(Scaling.NONE), 0.8);
        PredictionInterval wider = interval(TestNets.banded(Scaling.NONE), 0.95);

        assertThat(known.lower().get(0)).isCloseTo(5, CLOSE);
        assertThat(known.upper().get(0)).isCloseTo(8, CLOSE);
        assertThat(wider.lower().get(0)).isCloseTo(6 - Z975 / Z90, CLOSE);
        assertThat(wider.upper().get(0)).isCloseTo(6 + 2 * Z975 / Z90, CLOSE);
    }

    @Test
    void uncertainty_carries_over_into_the_next_run() {
        PredictionInterval known = interval(TestNets.banded(Scaling.NONE), 0.8);

        assertThat(known.upper().get(1)).isCloseTo(8, CLOSE);
        assertThat(known.upper().get(2)).isCloseTo(6 + Math.sqrt(4 + 4), CLOSE);
        assertThat(known.lower().get(2)).isCloseTo(6 - Math.sqrt(2), CLOSE);
        assertThat(known.upper().get(4)).isCloseTo(6 + Math.sqrt(4 + 4 + 4), CLOSE);
    }

    @Test
    void quantiles_that_cross_are_put_in_order() {
        OnnxFile file = OnnxFile.of(3)
                .output("mean", 0, TestNets.LAST)
                .output("low", 2, TestNets.LAST)
                .output("high", -1, TestNets.LAST);
        PredictionInterval known = interval(TestNets.model(file, TestNets.withQuantiles(Scaling.NONE)), 0.8);

        assertThat(known.lower().get(0)).isCloseTo(5, CLOSE);
        assertThat(known.upper().get(0)).isCloseTo(8, CLOSE);
    }

    @Test
    void without_quantiles_the_errors_of_the_past_make_intervals() {
        // The last value misses 4, 6 and 8 by 2 each; so the deviation is 2, and 2 times the root of 2 one later.
        OnnxFile file = OnnxFile.of(3).output("mean", 0, TestNets.LAST);
        Forecast forecast = TestNets.model(file, TestNets.descriptor(Scaling.NONE))
                .forecast(TimeSeries.of(1, 1, 2, 4, 6, 8), new Outlook(3, List.of(0.8), 42));

        assertThat(forecast.intervals().get(0).upper().get(0)).isCloseTo(8 + Z90 * 2, CLOSE);
        assertThat(forecast.intervals().get(0).lower().get(1)).isCloseTo(8 - Z90 * 2 * Math.sqrt(2), CLOSE);
        assertThat(forecast.intervals().get(0).upper().get(2)).isCloseTo(8 + Z90 * 2 * Math.sqrt(3), CLOSE);
    }

    private static double next(OnnxFile file, Scaling scaling) {
        return forecast(TestNets.model(file, TestNets.descriptor(scaling)), 1, 0, 0, 0, 2, 4, 6)
                .mean()
                .get(0);
    }

    private static Forecast forecast(OnnxModel model, int horizon, double... history) {
        return model.forecast(TimeSeries.of(history), new Outlook(horizon, List.of(), 42));
    }

    private static PredictionInterval interval(OnnxModel model, double level) {
        return model.forecast(TimeSeries.of(2, 4, 6), new Outlook(5, List.of(level), 42))
                .intervals()
                .get(0);
    }
}
