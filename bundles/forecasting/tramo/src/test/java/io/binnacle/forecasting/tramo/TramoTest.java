package io.binnacle.forecasting.tramo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.toolkit.base.core.sarima.SarimaModel;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R's arima(), which is given the orders that TRAMO has to find. */
class TramoTest {

    /** Box and Jenkins (1976, section 9.2) found 0.40 and 0.61 by least squares; exact likelihood gives 0.40 and 0.56. */
    @Test
    void finds_the_airline_model_in_the_series_that_gave_it_its_name() {
        RegSarimaModel model = identified(Reference.of("AirPassengers"));

        assertThat(orders(model)).isEqualTo("0 1 1 0 1 1");
        assertThat(model.getDescription().isLogTransformation()).isTrue();
        assertThat(model.getDescription().getVariables()).isEmpty();
        assertThat(model.arima().theta(1)).isCloseTo(-0.40, within(0.005));
        assertThat(model.arima().btheta(1)).isCloseTo(-0.56, within(0.005));
    }

    @ParameterizedTest
    @MethodSource("references")
    void finds_the_orders_and_the_coefficients(Reference reference) {
        RegSarimaModel model = identified(reference);

        assertThat(orders(model)).isEqualTo(reference.orders());
        assertThat(model.getDescription().isLogTransformation()).isEqualTo(reference.logarithmic());
        // R's last coefficient is the mean where there is one.
        List<Double> coefficients = coefficients(model.arima());
        assertThat(coefficients)
                .usingElementComparator((one, other) -> Math.abs(one - other) < 0.001 ? 0 : Double.compare(one, other))
                .isEqualTo(DoubleStream.of(reference.coefficients())
                        .limit(coefficients.size())
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("references")
    void forecasts_what_r_forecasts(Reference reference) {
        Projection projection = Tramo.project(reference.values(), reference.seasonLength(), 12);

        assertThat(projection.logarithmic()).isEqualTo(reference.logarithmic());
        assertThat(projection.mean())
                .containsExactly(reference.mean(), within(0.003 * reference.deviation()[0]));
        // TRAMO takes its coefficients off the observations by which it divides, and counts in that it does not know
        // the mean of a series that has one (LakeHuron); R does neither.
        assertThat(IntStream.range(0, 12)
                        .mapToDouble(
                                step -> projection.deviation()[step] / reference.deviation()[step]))
                .allSatisfy(ratio -> assertThat(ratio).isBetween(1.0, 1.06));
    }

    static List<Reference> references() {
        return Reference.all();
    }

    private static RegSarimaModel identified(Reference reference) {
        return Tramo.identify(TramoSpec.TR3, reference.values(), reference.seasonLength());
    }

    private static String orders(RegSarimaModel model) {
        SarimaOrders found = model.specification();
        return "%d %d %d %d %d %d"
                .formatted(found.getP(), found.getD(), found.getQ(), found.getBp(), found.getBd(), found.getBq());
    }

    /** In R's order and with R's signs: what is autoregressive stands on the right hand side. */
    private static List<Double> coefficients(SarimaModel arima) {
        SarimaOrders orders = arima.orders();
        return Stream.of(
                        IntStream.rangeClosed(1, orders.getP()).mapToDouble(lag -> -arima.phi(lag)),
                        IntStream.rangeClosed(1, orders.getQ()).mapToDouble(arima::theta),
                        IntStream.rangeClosed(1, orders.getBp()).mapToDouble(lag -> -arima.bphi(lag)),
                        IntStream.rangeClosed(1, orders.getBq()).mapToDouble(arima::btheta))
                .flatMap(DoubleStream::boxed)
                .toList();
    }
}
