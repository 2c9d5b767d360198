package io.binnacle.forecasting.intermittent;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntermittentModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new IntermittentModel();
    }

    @Test
    void forecasts_the_mean_demand_of_a_regular_customer() {
        Forecast forecast = model().forecast(
                        TimeSeries.of(0, 0, 6, 0, 0, 6, 0, 0, 6, 0, 0, 6, 0, 0, 6), new Outlook(3, List.of(), 42));

        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isBetween(1.6, 2.1));
    }

    @Test
    void promises_nothing_where_nothing_was_ever_asked_for() {
        Forecast forecast = model().forecast(TimeSeries.of(new double[12]), new Outlook(2, List.of(0.9), 42));

        assertThat(forecast.mean()).containsOnly(0.0);
        assertThat(forecast.intervals().get(0).upper()).containsOnly(0.0);
    }

    @Test
    void never_goes_below_zero_where_no_demand_did() {
        Forecast forecast =
                model().forecast(TimeSeries.of(0, 9, 0, 0, 1, 0, 0, 0, 4, 0), new Outlook(2, List.of(0.95), 42));

        assertThat(forecast.intervals().get(0).lower())
                .allSatisfy(value -> assertThat(value).isNotNegative());
    }
}
