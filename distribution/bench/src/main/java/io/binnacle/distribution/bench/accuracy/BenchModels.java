package io.binnacle.distribution.bench.accuracy;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.ets.EtsModel;
import io.binnacle.forecasting.seasonalnaive.SeasonalNaiveModel;
import io.binnacle.forecasting.theta.ThetaModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models that are shipped, by id. */
final class BenchModels {

    private BenchModels() {}

    static Map<String, ForecastModel> all() {
        Map<String, ForecastModel> models = new LinkedHashMap<>();
        models.put("seasonal-naive", new SeasonalNaiveModel());
        models.put("theta", new ThetaModel());
        models.put("ets", new EtsModel());
        return models;
    }
}
