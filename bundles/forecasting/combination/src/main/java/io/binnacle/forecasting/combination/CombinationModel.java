package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The mean of exponential smoothing, complex exponential smoothing and the theta model: their errors differ, so that
 * that of the mean is smaller than each one's. Series of another kind are forecast by the models made for them, where
 * these are there. Members are services that come and go.
 */
@Component
@ForecastModelId(id = CombinationModel.ID, preference = 400)
public final class CombinationModel implements ForecastModel {

    static final String ID = "combination";

    private final Function<Set<String>, Collection<Member>> members;

    @Activate
    public CombinationModel(@Reference Members members) {
        this(members::inUse);
    }

    private CombinationModel(Function<Set<String>, Collection<Member>> members) {
        this.members = members;
    }

    /** The combination of fixed models, for use without a framework. */
    public static CombinationModel of(Map<ModelInfo, ForecastModel> models) {
        return new CombinationModel(ids -> models.entrySet().stream()
                .filter(model -> ids.contains(model.getKey().id()))
                .map(model -> new Member(model.getKey(), model.getValue()))
                .sorted(Comparator.comparing(member -> member.info().id()))
                .toList());
    }

    @Override
    public int minimumHistory(int seasonLength) {
        return mix(SeriesKind.USUAL).minimumHistory(seasonLength);
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        SeriesKind kind = SeriesKind.of(history);
        return mix(canBeForecast(kind, history) ? kind : SeriesKind.USUAL).forecast(history, outlook);
    }

    private boolean canBeForecast(SeriesKind kind, TimeSeries history) {
        return members.apply(kind.members).stream()
                        .filter(member -> member.takes(history))
                        .count()
                == kind.members.size();
    }

    private Mix mix(SeriesKind kind) {
        return new Mix(ID, () -> members.apply(kind.members), Weighing.MEAN);
    }
}
