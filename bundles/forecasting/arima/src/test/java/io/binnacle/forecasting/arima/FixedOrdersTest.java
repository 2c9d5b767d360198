package io.binnacle.forecasting.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R, whose Arima() differs in one respect: it starts differences from a prior of large, not infinite, variance. */
class FixedOrdersTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void reaches_the_likelihood_that_r_reaches(Reference reference) {
        Arima arima = fit(reference);
        Fit fit = arima.fit();

        double logLikelihood = fit.filter().logLikelihood() + fit.length() * Math.log(arima.scale());

        // R's prior moves it by up to 0.003 where there is a seasonal difference.
        assertThat(logLikelihood).isCloseTo(reference.number(5), within(0.005));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void finds_the_coefficients_that_r_finds(Reference reference) {
        Arma arma = fit(reference).fit().arma();
        Arma expected = expected(reference);

        // The likelihood is flat at its top: R's prior, and where either search stops, show in the third digit.
        assertThat(arma.ar()).containsExactly(expected.ar(), within(0.003));
        assertThat(arma.ma()).containsExactly(expected.ma(), within(0.003));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void forecasts_what_r_forecasts(Reference reference) {
        double[] mean = reference.numbers(8);
        double[] deviation = reference.numbers(9);

        Arima arima = fit(reference);

        // In shares of the one-step error: a thousandth of it is no difference.
        assertThat(arima.mean(mean.length)).containsExactly(mean, within(0.001 * deviation[0]));
        double[] relative = arima.deviation(mean.length);
        Arrays.setAll(relative, step -> relative[step] / deviation[step]);
        // R adds what a short series leaves unknown about past errors, up to 1 %.
        assertThat(relative).usingElementComparator(withinOnePerCent()).containsOnly(1);
    }

    private static Comparator<Double> withinOnePerCent() {
        return (one, other) -> Math.abs(one - other) < 0.01 ? 0 : Double.compare(one, other);
    }

    static List<Reference> references() {
        return Reference.of("/fixed.csv");
    }

    private static Arima fit(Reference reference) {
        return Arima.of(reference.values(), reference.orders());
    }

    private static Arma expected(Reference reference) {
        Orders orders = reference.orders();
        double[] coefficient = reference.numbers(6);
        int ma = orders.ar();
        int seasonalAr = ma + orders.ma();
        int seasonalMa = seasonalAr + orders.seasonalAr();
        return new Arma(
                product(
                        polynomial(coefficient, 0, ma, -1),
                        polynomial(coefficient, seasonalAr, seasonalMa, -1),
                        orders.seasonLength()),
                product(
                        polynomial(coefficient, ma, seasonalAr, 1),
                        polynomial(coefficient, seasonalMa, coefficient.length, 1),
                        orders.seasonLength()));
    }

    private static double[] product(double[] one, double[] seasonal, int seasonLength) {
        return Polynomial.times(one, Polynomial.spread(seasonal, seasonLength));
    }

    private static double[] polynomial(double[] coefficient, int from, int to, int sign) {
        double[] polynomial = new double[to - from + 1];
        polynomial[0] = 1;
        for (int k = from; k < to; k++) {
            polynomial[k - from + 1] = sign * coefficient[k];
        }
        return polynomial;
    }
}
