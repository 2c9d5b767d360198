package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The mean of exponential smoothing and the theta model: their errors differ, so that of the mean is smaller
 * than either's. Members are services that come and go.
 */
@Component
@ForecastModelId(id = CombinationModel.ID, preference = 400)
public final class CombinationModel implements ForecastModel {

    static final String ID = "combination";

    private static final Set<String> MEMBERS = Set.of("ets", "theta");

    private final Mix mix;

    @Activate
    public CombinationModel(@Reference Members members) {
        this(() -> members.inUse(MEMBERS));
    }

    private CombinationModel(Supplier<Collection<Member>> members) {
        this.mix = new Mix(ID, members, Weighing.MEAN);
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
        return mix.minimumHistory(seasonLength);
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        return mix.forecast(history, outlook);
    }
}
