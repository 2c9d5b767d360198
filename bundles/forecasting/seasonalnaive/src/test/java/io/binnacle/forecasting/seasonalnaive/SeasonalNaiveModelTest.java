package io.binnacle.forecasting.seasonalnaive;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonalNaiveModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new SeasonalNaiveModel();
    }

    @Test
    void repeats_the_last_season() {
        TimeSeries history = new TimeSeries(new double[] {1, 2, 3, 4, 50, 60, 70, 80}, 4);

        Forecast forecast = model().forecast(history, new Outlook(6, List.of(), 42));

        assertThat(forecast.mean()).containsExactly(50.0, 60.0, 70.0, 80.0, 50.0, 60.0);
    }
}
