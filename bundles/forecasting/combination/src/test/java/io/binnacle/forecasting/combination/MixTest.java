package io.binnacle.forecasting.combination;

import static io.binnacle.forecasting.combination.MembersByHand.failing;
import static io.binnacle.forecasting.combination.MembersByHand.flat;
import static io.binnacle.forecasting.combination.MembersByHand.last;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every expected value is worked out by hand. */
class MixTest {

    private static final TimeSeries RISING = TimeSeries.of(2, 4, 6, 8);
    private static final Outlook NEXT = new Outlook(1, List.of(), 42);

    @Test
    void the_median_of_three_is_the_one_in_the_middle_and_of_four_the_mean_of_two() {
        assertThat(mean(Weighing.MEDIAN, last("a", 0), last("b", 100), last("c", 2)))
                .isEqualTo(10);
        assertThat(mean(Weighing.MEDIAN, last("a", 0), last("b", 100), last("c", 2), last("d", 6)))
                .isEqualTo(12);
    }

    @Test
    void the_median_of_bounds_is_taken_bound_by_bound() {
        // All forecast 8, with deviations of 1, 2 and 9; the normal quantile 0.9 is 1.2815516, from a table.
        List<Member> members = List.of(flat("a", 9, any -> 8), flat("b", 1, any -> 8), flat("c", 2, any -> 8));

        Forecast forecast = mix(Weighing.MEDIAN, members).forecast(RISING, new Outlook(1, List.of(0.8), 42));

        assertThat(forecast.intervals().get(0).lower().get(0)).isCloseTo(8 - 2 * 1.2815516, within(1e-6));
        assertThat(forecast.intervals().get(0).upper().get(0)).isCloseTo(8 + 2 * 1.2815516, within(1e-6));
    }

    @Test
    void weights_are_shares_whatever_their_sum() {
        Weighing weighing = Weighing.given(Map.of("a", 3.0, "b", 1.0));

        // 8 and 12 at 3 : 1.
        assertThat(mean(weighing, last("a", 0), last("b", 4))).isEqualTo(9);
    }

    @Test
    void who_does_not_answer_leaves_his_weight_to_the_others() {
        Weighing weighing = Weighing.given(Map.of("a", 3.0, "b", 1.0, "c", 6.0));

        Forecast forecast =
                mix(weighing, List.of(last("a", 0), last("b", 4), failing("c"))).forecast(RISING, NEXT);

        assertThat(forecast.mean()).containsExactly(9.0);
        assertThat(forecast.members()).extracting(ModelInfo::id).containsExactly("a", "b");
    }

    @Test
    void backtests_weigh_by_the_inverse_of_the_mean_squared_error() {
        // From 2, 4 and 6 the next value is missed by 2, 2, 2 and by 1, 1, 1: squared 4 and 1, weights 1 : 4.
        assertThat(mean(Weighing.BACKTEST, last("a", 0), last("b", 1))).isCloseTo((8 + 4 * 9) / 5.0, within(1e-12));
    }

    @Test
    void backtests_look_as_far_ahead_as_is_asked_for_and_known() {
        // Misses of a: from 2 by 2 and 4, from 4 by 2 and 4, from 6 by 2; squared 44 in all. Of b one less: 21.
        Forecast forecast = mix(Weighing.BACKTEST, List.of(last("a", 0), last("b", 1)))
                .forecast(RISING, new Outlook(2, List.of(), 42));

        assertThat(forecast.mean().get(0)).isCloseTo((21 * 8 + 44 * 9) / 65.0, within(1e-12));
    }

    @Test
    void who_never_erred_counts_alone() {
        assertThat(mean(Weighing.BACKTEST, last("a", 0), last("b", 2), last("c", 1)))
                .isEqualTo(10);
    }

    @Test
    void a_series_too_short_for_three_origins_weighs_all_alike() {
        Forecast forecast =
                mix(Weighing.BACKTEST, List.of(last("a", 0), last("b", 2))).forecast(TimeSeries.of(2, 4, 6), NEXT);

        assertThat(forecast.mean()).containsExactly(7.0);
    }

    @Test
    void who_fails_in_a_backtest_counts_nothing() {
        Member later = flat("b", 1, history -> {
            if (history.length() < 4) {
                throw new IllegalStateException("only of four");
            }
            return 100;
        });

        assertThat(mean(Weighing.BACKTEST, last("a", 0), later)).isEqualTo(8);
    }

    @Test
    void a_width_stretches_intervals_from_the_mean_for_the_season_that_it_is_for() {
        Width width = Json.read("{\"1\": 2, \"12\": 3}", Width.class);
        Mix wider = new Mix("mine", () -> List.of(last("a", 0)), Weighing.MEAN, width);
        Outlook outlook = new Outlook(1, List.of(0.8), 42);

        // 8 with a deviation of 1; the normal quantile 0.9 is 1.2815516, from a table.
        assertThat(bounds(wider.forecast(RISING, outlook)))
                .containsExactly(new double[] {8 - 2 * 1.2815516, 8 + 2 * 1.2815516}, within(1e-6));
        assertThat(bounds(wider.forecast(RISING.withSeasonLength(4), outlook)))
                .containsExactly(new double[] {8 - 1.2815516, 8 + 1.2815516}, within(1e-6));
    }

    private static double[] bounds(Forecast forecast) {
        PredictionInterval interval = forecast.intervals().get(0);
        return new double[] {interval.lower().get(0), interval.upper().get(0)};
    }

    private static double mean(Weighing weighing, Member... members) {
        return mix(weighing, List.of(members)).forecast(RISING, NEXT).mean().get(0);
    }

    private static Mix mix(Weighing weighing, List<Member> members) {
        return new Mix("mine", () -> members, weighing);
    }
}
