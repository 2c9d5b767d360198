package io.binnacle.forecasting.combination;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static io.binnacle.forecasting.api.ForecastError.MODEL_FAILED;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The mean of exponential smoothing and the theta model: their errors differ, so that of the mean is smaller
 * than either's. Members are services that come and go; whoever is there and copes with the series answers, and
 * the forecast names them.
 */
@Component
@ForecastModelId(id = "combination", preference = 400)
public final class CombinationModel implements ForecastModel {

    private final Supplier<Collection<Member>> members;

    @Activate
    public CombinationModel(@Reference Members members) {
        this(members::inUse);
    }

    CombinationModel(Supplier<Collection<Member>> members) {
        this.members = members;
    }

    /** The combination of fixed models, for use without a framework. */
    public static CombinationModel of(Map<ModelInfo, ForecastModel> models) {
        List<Member> fixed = models.entrySet().stream()
                .map(model -> new Member(model.getKey(), model.getValue()))
                .toList();
        return new CombinationModel(() -> fixed);
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
        List<Member> able =
                members.get().stream().filter(member -> member.takes(history)).toList();
        if (able.isEmpty() && history.length() < minimumHistory(history.seasonLength())) {
            throw HISTORY_TOO_SHORT.because(
                    "combination needs %d observations, got %d",
                    minimumHistory(history.seasonLength()), history.length());
        }
        List<MemberForecast> answers = able.stream()
                .map(member -> member.forecast(history, outlook))
                .flatMap(Optional::stream)
                .toList();
        if (answers.isEmpty()) {
            throw MODEL_FAILED.because("none of the models to combine is there and answers; install ets or theta");
        }
        return Combination.of(answers, outlook);
    }
}
