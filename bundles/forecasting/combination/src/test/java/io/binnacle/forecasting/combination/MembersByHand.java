package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.ets.EtsModel;
import io.binnacle.forecasting.theta.ThetaModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Members whose forecasts a pencil can follow, and two real ones. */
final class MembersByHand {

    private MembersByHand() {}

    /** Repeats {@code value} of the history, with a deviation of {@code deviation}. */
    static Member flat(String id, double deviation, ToDoubleFunction<TimeSeries> value) {
        return new Member(new ModelInfo(id, "1.0.0", "test"), new ForecastModel() {
            @Override
            public int minimumHistory(int seasonLength) {
                return 1;
            }

            @Override
            public Forecast forecast(TimeSeries history, Outlook outlook) {
                double[] mean = new double[outlook.horizon()];
                double[] deviations = new double[outlook.horizon()];
                Arrays.fill(mean, value.applyAsDouble(history));
                Arrays.fill(deviations, deviation);
                return Forecast.normal(mean, deviations, outlook.levels());
            }
        });
    }

    /** Repeats the last value and {@code more}. */
    static Member last(String id, double more) {
        return flat(id, 1, history -> history.get(history.length() - 1) + more);
    }

    /** Always fails. */
    static Member failing(String id) {
        return flat(id, 1, history -> {
            throw new IllegalStateException("no luck");
        });
    }

    static List<Member> real() {
        return List.of(
                new Member(new ModelInfo("ets", "1.0.0", "test"), new EtsModel()),
                new Member(new ModelInfo("theta", "1.0.0", "test"), new ThetaModel()),
                last("last", 0));
    }
}
