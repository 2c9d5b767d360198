package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Arrays;
import java.util.function.BiFunction;

/** Models that answer whatever a test wants. */
public final class Models {

    private Models() {}

    public static ForecastModel of(int minimumHistory, BiFunction<TimeSeries, Outlook, Forecast> answer) {
        return new ForecastModel() {
            @Override
            public int minimumHistory(int seasonLength) {
                return minimumHistory;
            }

            @Override
            public Forecast forecast(TimeSeries history, Outlook outlook) {
                return answer.apply(history, outlook);
            }
        };
    }

    public static ForecastModel answering(BiFunction<TimeSeries, Outlook, Forecast> answer) {
        return of(1, answer);
    }

    /** Forecasts {@code value} with a deviation of 1. */
    public static ForecastModel flat(double value) {
        return flat(1, value);
    }

    public static ForecastModel flat(int minimumHistory, double value) {
        return of(minimumHistory, (history, outlook) -> {
            double[] mean = new double[outlook.horizon()];
            double[] deviation = new double[outlook.horizon()];
            Arrays.fill(mean, value);
            Arrays.fill(deviation, 1);
            return Forecast.normal(mean, deviation, outlook.levels());
        });
    }
}
