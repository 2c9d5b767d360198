package io.binnacle.forecasting.ces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CesModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new CesModel();
    }

    /**
     * The vignette of the authors' R package smooth: ces(BJsales, h=12, holdout=TRUE) fits 1.9981+1.0034i with a
     * log-likelihood of -249.4613 (version 3), or 2.0004+1.0035i with -249.4688 (version 4).
     */
    @Test
    void fits_sales_as_its_authors_do() throws IOException {
        double[] sales = Arrays.copyOf(values("BJsales"), 138);

        Likelihood likelihood = new Likelihood(sales, Season.NONE, 1);

        assertThat(logLikelihood(likelihood.at(new double[] {1.9981, 1.0034}), 138, 2))
                .isCloseTo(-249.4613, within(0.5));
        assertThat(logLikelihood(likelihood.maximise(), 138, 2)).isCloseTo(-249.4613, within(0.5));
    }

    /**
     * The same vignette: auto.ces(AirPassengers, h=12, holdout=TRUE) fits 1.4921+1i with b 0.942 or 1.49+1i with b
     * 0.9485, and a log-likelihood of -516.90. The season that this project begins with explains more.
     */
    @Test
    void fits_a_partial_season_no_worse_than_its_authors() throws IOException {
        double[] passengers = Arrays.copyOf(values("AirPassengers"), 132);

        Likelihood likelihood = new Likelihood(passengers, Season.PARTIAL, 12);

        assertThat(logLikelihood(likelihood.maximise(), 132, 3)).isGreaterThan(-516.90);
    }

    @Test
    void repeats_a_constant_with_no_doubt() {
        double[] constant = new double[40];
        Arrays.fill(constant, 7.3);

        Forecast forecast = model().forecast(new TimeSeries(constant, 12), new Outlook(6, List.of(0.95), 42));

        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isCloseTo(7.3, within(1e-6)));
        assertThat(forecast.intervals().get(0).upper())
                .allSatisfy(value -> assertThat(value).isCloseTo(7.3, within(1e-4)));
    }

    @Test
    void goes_on_rising_where_a_series_rises() {
        double[] line = IntStream.range(0, 60).mapToDouble(t -> 10 + 3 * t).toArray();

        Forecast forecast = model().forecast(TimeSeries.of(line), new Outlook(3, List.of(), 42));

        // There is no trend of its own to be found, so that a line is followed but not exactly.
        assertThat(forecast.mean().stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(new double[] {190, 193, 196}, within(6.0));
    }

    private static double logLikelihood(Fit fit, int observations, int parameters) {
        double meanSquare = fit.sigma() * fit.sigma() * (observations - parameters) / observations;
        return -observations / 2.0 * (Math.log(2 * Math.PI * meanSquare) + 1);
    }

    private static double[] values(String name) throws IOException {
        String line = MatrixFormTest.references().stream()
                .filter(one -> one.startsWith(name))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.split(";")[4].split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
