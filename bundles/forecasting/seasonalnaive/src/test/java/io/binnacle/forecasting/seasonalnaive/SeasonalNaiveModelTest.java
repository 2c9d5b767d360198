package io.binnacle.forecasting.seasonalnaive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    // R 4.2, forecast 8.20: snaive(tail(UKgas, 24), h = 6, level = c(80, 95))
    @Test
    void agrees_with_R_on_quarterly_gas_consumption() {
        double[] gas = {
            848.5, 437.0, 209.7, 701.2, 925.3, 443.4, 214.5, 683.6, 917.3, 515.5, 224.1, 694.8,
            989.4, 477.1, 233.7, 730.0, 1087.0, 534.7, 281.8, 787.6, 1163.9, 613.1, 347.4, 782.8
        };

        Forecast forecast = model().forecast(new TimeSeries(gas, 4), new Outlook(6, List.of(0.8, 0.95), 42));

        assertThat(forecast.mean()).containsExactly(1163.9, 613.1, 347.4, 782.8, 1163.9, 613.1);
        assertClose(
                forecast.intervals().get(0).lower(),
                1096.928881392,
                546.128881392,
                280.428881392,
                715.828881392,
                1069.188535777,
                518.388535777);
        assertClose(
                forecast.intervals().get(1).upper(),
                1266.323487283,
                715.523487283,
                449.823487283,
                885.223487283,
                1308.748684821,
                757.948684821);
    }

    // R 4.2, forecast 8.20: snaive(ts(as.numeric(Nile)[1:30]), h = 4, level = c(80, 95))
    @Test
    void is_the_naive_model_where_there_is_no_season() {
        TimeSeries nile = TimeSeries.of(
                1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799,
                958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840);

        Forecast forecast = model().forecast(nile, new Outlook(4, List.of(0.8, 0.95), 42));

        assertThat(forecast.mean()).containsOnly(840.0);
        assertClose(forecast.intervals().get(0).upper(), 1075.14071884, 1172.53919365, 1247.27567196, 1310.28143768);
        assertClose(forecast.intervals().get(1).lower(), 480.383303636, 331.425190746, 217.125610648, 120.766607272);
    }

    private static void assertClose(List<Double> actual, double... expected) {
        double[] values = actual.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(values).containsExactly(expected, within(1e-6));
    }
}
