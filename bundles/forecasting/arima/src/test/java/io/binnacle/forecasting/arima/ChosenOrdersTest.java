package io.binnacle.forecasting.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChosenOrdersTest {

    @Test
    void chooses_the_orders_that_auto_arima_chooses_for_most_series() {
        long same = references().stream()
                .filter(reference -> fit(reference).fit().orders().equals(reference.orders()))
                .count();

        assertThat(references()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(same / (double) references().size()).isGreaterThan(0.85);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void differences_as_auto_arima_does_and_describes_the_series_as_well(Reference reference) {
        Arima arima = fit(reference);
        Fit fit = arima.fit();
        double aicc = fit.aicc() - 2 * fit.length() * Math.log(arima.scale());

        assertThat(fit.orders().differences()).isEqualTo(reference.orders().differences());
        assertThat(fit.orders().seasonalDifferences())
                .isEqualTo(reference.orders().seasonalDifferences());
        // Models less than 2 apart describe a series as well (Burnham & Anderson 2002); all but one are below 0.01.
        assertThat(aicc).isLessThan(reference.number(5) + 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void forecasts_what_auto_arima_forecasts_where_it_chooses_the_same_orders(Reference reference) {
        Arima arima = fit(reference);
        assumeThat(arima.fit().orders()).isEqualTo(reference.orders());
        double[] mean = reference.numbers(6);

        // Both searches stop near, not at the top of the likelihood: a thousandth of the one-step error is no
        // difference.
        assertThat(arima.mean(mean.length)).containsExactly(mean, within(0.001 * arima.deviation(1)[0]));
    }

    static List<Reference> references() {
        return Reference.of("/chosen.csv");
    }

    private static Arima fit(Reference reference) {
        return Arima.of(reference.values(), reference.seasonLength());
    }
}
