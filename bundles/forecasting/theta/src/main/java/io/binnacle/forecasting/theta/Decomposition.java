package io.binnacle.forecasting.theta;

import io.binnacle.forecasting.kernels.Seasonality;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What the model saw in a series. Level and drift are those of the series without its season.
 *
 * @param seasonality {@code none}, {@code additive} or {@code multiplicative}
 * @param indices one for each period of a season, from the first observation on
 * @param alpha how fast the level follows the observations
 * @param theta how much the method bends the series away from its trend
 * @param drift what the trend adds to the forecast from one period to the next
 * @param fitted what the model would have forecast for each observation from those before it
 */
record Decomposition(
        boolean seasonal,
        String seasonality,
        List<Double> indices,
        double alpha,
        double theta,
        double level,
        double drift,
        List<Double> fitted) {

    static Decomposition of(Theta theta) {
        Seasonality seasonality = theta.seasonality();
        ThetaFit fit = theta.fit();
        return new Decomposition(
                seasonality.kind() != Seasonality.Kind.NONE,
                seasonality.kind().word(),
                list(theta.indices()),
                fit.parameters().alpha(),
                fit.parameters().theta(),
                fit.last().level() / theta.scale(),
                fit.last().drift() / theta.scale(),
                list(theta.fitted()));
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
