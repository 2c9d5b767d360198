package io.binnacle.forecasting.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveModelTest extends ForecastModelContract {

    private static final TimeSeries NILE = TimeSeries.of(
            1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
            1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840);

    @Override
    protected ForecastModel model() {
        return new NaiveModel();
    }

    // R 4.2, forecast 8.20: naive(ts(as.numeric(Nile)[1:30]), h = 3, level = c(80, 95))
    @Test
    void agrees_with_R_on_the_Nile() {
        Forecast forecast = model().forecast(NILE, new Outlook(3, List.of(0.8, 0.95), 42));

        assertClose(forecast.mean(), 840, 840, 840);
        assertClose(forecast.intervals().get(0).upper(), 1075.14071884, 1172.53919365, 1247.27567196);
        assertClose(forecast.intervals().get(1).lower(), 480.383303636, 331.425190746, 217.125610648);
    }

    private static void assertClose(List<Double> actual, double... expected) {
        double[] values = actual.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(values).containsExactly(expected, within(1e-6));
    }
}
