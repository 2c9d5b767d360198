package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.TimeSeries;
import java.util.List;
import java.util.Map;

/** Decides what the answers of members count, knowing who answered and what the series was. */
interface Weighing {

    /** All count alike, and the mean is taken. */
    Weighing MEAN = (answers, history, horizon) -> Middle.MEAN;

    /** All count alike, and the median is taken. */
    Weighing MEDIAN = (answers, history, horizon) -> Middle.MEDIAN;

    /** By how well each would have forecast the last periods of the series. */
    Weighing BACKTEST = (answers, history, horizon) -> Middle.weighted(
            BacktestWeights.of(answers.stream().map(MemberForecast::member).toList(), history, horizon));

    Middle of(List<MemberForecast> answers, TimeSeries history, int horizon);

    /** By weights that were given, by the ids of members. Those who do not answer leave theirs to the others. */
    static Weighing given(Map<String, Double> weights) {
        return (answers, history, horizon) -> Middle.weighted(answers.stream()
                .mapToDouble(answer -> weights.get(answer.info().id()))
                .toArray());
    }
}
