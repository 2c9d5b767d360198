package io.binnacle.forecasting.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** By hand: the history steps by 2, 3, 1 and 4, so the scale is 2.5; the errors are +2 and -5. */
class ScoreTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final SplitSeries SPLIT =
            new SplitSeries("A", TimeSeries.of(10, 12, 15, 16, 20), new double[] {20, 25});
    private static final Yardstick YARDSTICK = new Yardstick(0.95);

    /** A forecast that is wholly sure of itself: each bound is the mean. */
    private static Forecast sure(double... mean) {
        return Forecast.normal(mean, new double[mean.length], outlook().levels());
    }

    private static Outlook outlook() {
        return YARDSTICK.outlook(2);
    }

    @Test
    void errors_of_the_mean() {
        Score score = Score.of(SPLIT, sure(22, 20), YARDSTICK);

        assertThat(score.smape()).isCloseTo((400.0 / 42 + 1000.0 / 45) / 2, EXACT);
        assertThat(score.mase()).isCloseTo(3.5 / 2.5, EXACT);
        assertThat(score.rmsse()).isCloseTo(Math.sqrt(14.5 / 7.5), EXACT);
        assertThat(score.absoluteError()).isCloseTo(7, EXACT);
        assertThat(score.error()).isCloseTo(-3, EXACT);
        assertThat(score.absoluteActual()).isEqualTo(45);
    }

    @Test
    void the_crps_of_a_sure_forecast_is_its_absolute_error() {
        Score score = Score.of(SPLIT, sure(22, 20), YARDSTICK);

        assertThat(score.crps()).isCloseTo(score.mase(), EXACT);
    }

    @Test
    void one_step_alone() {
        Score score = Score.of(SPLIT, sure(22, 25), YARDSTICK, 1, 2);

        assertThat(score.periods()).isEqualTo(1);
        assertThat(score.mase()).isZero();
        assertThat(score.inside()).isEqualTo(1);
    }

    @Test
    void coverage_and_interval_score_of_a_normal_forecast() {
        // The 95 % interval is the mean and 1.959964 deviations to either side: 2 is inside one of 2, 5 is outside.
        Forecast forecast = Forecast.normal(
                new double[] {22, 20}, new double[] {2, 2}, outlook().levels());

        Score score = Score.of(SPLIT, forecast, YARDSTICK);

        double half = 2 * 1.959963984540054;
        assertThat(score.inside()).isEqualTo(1);
        assertThat(score.msis()).isCloseTo((4 * half + 40 * (5 - half)) / 2 / 2.5, within(1e-9));
    }

    @Test
    void what_only_repeats_itself_has_no_scaled_errors() {
        SplitSeries constant = new SplitSeries("B", TimeSeries.of(3, 3, 3), new double[] {3, 4});

        Score score = Score.of(constant, sure(3, 3), YARDSTICK);

        assertThat(score.isScaled()).isFalse();
        assertThat(score.smape()).isCloseTo(100.0 / 7, EXACT);
    }

    @Test
    void a_rolling_origin_goes_back_one_horizon_at_a_time() {
        List<SplitSeries> splits = SplitSeries.rolling("A", TimeSeries.of(1, 2, 3, 4, 5), 2, 3);

        assertThat(splits).extracting(split -> split.history().length()).containsExactly(1, 3);
        assertThat(splits.get(0).actual()).containsExactly(2, 3);
        assertThat(splits.get(1).actual()).containsExactly(4, 5);
    }
}
