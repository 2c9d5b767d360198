package @id@;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract is what every model promises; what this one promises is below. */
class @Class@Test extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new @Class@();
    }

    @Test
    void goes_on_along_a_line() {
        TimeSeries line = new TimeSeries(new double[] {10, 12, 14, 16}, 1);

        Forecast forecast = model().forecast(line, new Outlook(3, List.of(0.95), 42));

        assertThat(forecast.mean()).containsExactly(18.0, 20.0, 22.0);
        assertThat(forecast.intervals().get(0).upper()).containsExactly(18.0, 20.0, 22.0);
    }
}
