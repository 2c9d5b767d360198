package io.binnacle.insights.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.PredictionInterval;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand. */
class LandingTest {

    @Test
    void the_running_month_counts_only_as_far_as_it_is_not_booked_yet() {
        Landing landing = landing("50", "10", forecast(List.of(30.0, 40.0), List.of(15.0, 20.0), List.of(60.0, 70.0)));

        assertLanding(landing, "75", "110", "170");
    }

    @Test
    void what_is_booked_beyond_the_forecast_stays() {
        Landing landing = landing("50", "45", forecast(List.of(30.0, 40.0), List.of(15.0, 20.0), List.of(60.0, 70.0)));

        assertLanding(landing, "70", "90", "135");
    }

    @Test
    void no_month_brings_less_than_nothing() {
        Landing landing = landing("50", "0", forecast(List.of(5.0, -3.0), List.of(-9.0, -20.0), List.of(19.0, 14.0)));

        assertLanding(landing, "50", "55", "83");
    }

    @Test
    void months_that_have_ended_bring_nothing_more() {
        Forecast forecast = forecast(List.of(99.0, 30.0, 40.0), List.of(99.0, 15.0, 20.0), List.of(99.0, 60.0, 70.0));

        assertLanding(Landing.of(new BigDecimal("50"), new BigDecimal("10"), forecast, 1), "75", "110", "170");
    }

    private static Forecast forecast(List<Double> mean, List<Double> lower, List<Double> upper) {
        return new Forecast(mean, List.of(new PredictionInterval(0.8, lower, upper)));
    }

    private static Landing landing(String booked, String running, Forecast forecast) {
        return Landing.of(new BigDecimal(booked), new BigDecimal(running), forecast, 0);
    }

    private static void assertLanding(Landing landing, String low, String likely, String high) {
        assertThat(landing.low()).isEqualByComparingTo(low);
        assertThat(landing.likely()).isEqualByComparingTo(likely);
        assertThat(landing.high()).isEqualByComparingTo(high);
    }
}
