package io.binnacle.distribution.bench.accuracy;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.arima.ArimaModel;
import io.binnacle.forecasting.ces.CesModel;
import io.binnacle.forecasting.combination.CombinationModel;
import io.binnacle.forecasting.drift.DriftModel;
import io.binnacle.forecasting.ets.EtsModel;
import io.binnacle.forecasting.intermittent.IntermittentModel;
import io.binnacle.forecasting.mstl.MstlModel;
import io.binnacle.forecasting.naive.NaiveModel;
import io.binnacle.forecasting.seasonalnaive.SeasonalNaiveModel;
import io.binnacle.forecasting.theta.ThetaModel;
import io.binnacle.forecasting.tramo.TramoModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models that are shipped, and the one that may be installed, by id. */
final class BenchModels {

    private BenchModels() {}

    static Map<String, ForecastModel> all() {
        Map<String, ForecastModel> models = new LinkedHashMap<>();
        models.put("naive", new NaiveModel());
        models.put("drift", new DriftModel());
        models.put("intermittent", new IntermittentModel());
        models.put("seasonal-naive", new SeasonalNaiveModel());
        models.put("theta", new ThetaModel());
        models.put("ets", new EtsModel());
        models.put("mstl", new MstlModel());
        models.put("ces", new CesModel());
        models.put("arima", new ArimaModel());
        models.put("tramo", new TramoModel());
        models.put("combination", combination(models));
        return models;
    }

    private static CombinationModel combination(Map<String, ForecastModel> models) {
        Map<ModelInfo, ForecastModel> members = new LinkedHashMap<>();
        models.forEach((id, model) -> members.put(info(id), model));
        return CombinationModel.of(members);
    }

    private static ModelInfo info(String id) {
        return new ModelInfo(id, "0.1.0", "bench");
    }
}
