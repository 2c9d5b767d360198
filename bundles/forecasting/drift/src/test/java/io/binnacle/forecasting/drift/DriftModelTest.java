package io.binnacle.forecasting.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftModelTest extends ForecastModelContract {

    private static final TimeSeries NILE = TimeSeries.of(
            1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
            1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840);

    @Override
    protected ForecastModel model() {
        return new DriftModel();
    }

    // R 4.2, forecast 8.20: rwf(ts(as.numeric(Nile)[1:30]), h = 3, drift = TRUE, level = c(80, 95))
    @Test
    void agrees_with_R_on_the_Nile() {
        Forecast forecast = model().forecast(NILE, new Outlook(3, List.of(0.8, 0.95), 42));

        assertClose(forecast.mean(), 830.344827586, 820.689655172, 811.034482759);
        assertClose(forecast.intervals().get(0).upper(), 1073.40137226, 1170.10545343, 1245.82724776);
        assertClose(forecast.intervals().get(1).lower(), 458.621920319, 286.304306483, 146.076331203);
    }

    private static void assertClose(List<Double> actual, double... expected) {
        double[] values = actual.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(values).containsExactly(expected, within(1e-6));
    }
}
