package io.binnacle.forecasting.combination;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static io.binnacle.forecasting.api.ForecastError.MODEL_FAILED;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks members, and makes one forecast of their answers. Members come and go; whoever is there and copes with the
 * series answers, and the forecast names them.
 *
 * @param id what the combination is called
 * @param members those that are there, in an order that is always the same
 */
record Mix(String id, Supplier<Collection<Member>> members, Weighing weighing, Width width) implements ForecastModel {

    /** With intervals as wide as the members say. */
    Mix(String id, Supplier<Collection<Member>> members, Weighing weighing) {
        this(id, members, weighing, Width.UNCHANGED);
    }

    @Override
    public int minimumHistory(int seasonLength) {
        return members.get().stream()
                .mapToInt(member -> member.model().minimumHistory(seasonLength))
                .min()
                .orElse(1);
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        return width.of(combined(history, outlook), history.seasonLength());
    }

    private Forecast combined(TimeSeries history, Outlook outlook) {
        List<Member> able =
                members.get().stream().filter(member -> member.takes(history)).toList();
        if (able.isEmpty() && history.length() < minimumHistory(history.seasonLength())) {
            throw HISTORY_TOO_SHORT.because(
                    "%s needs %d observations, got %d", id, minimumHistory(history.seasonLength()), history.length());
        }
        List<MemberForecast> answers = able.stream()
                .map(member -> member.forecast(history, outlook))
                .flatMap(Optional::stream)
                .toList();
        if (answers.isEmpty()) {
            throw MODEL_FAILED.because("none of the models that %s combines is there and answers; install one", id);
        }
        return Combination.of(answers, outlook, weighing.of(answers, history, outlook.horizon()));
    }
}
