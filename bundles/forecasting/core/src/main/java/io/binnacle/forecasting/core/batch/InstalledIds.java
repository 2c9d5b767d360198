package io.binnacle.forecasting.core.batch;

import static io.binnacle.forecasting.api.ForecastError.MODEL_NOT_FOUND;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import java.util.List;

/** The ids of the models that are there. */
record InstalledIds(List<String> ids) {

    static InstalledIds of(Forecasts forecasts) {
        return new InstalledIds(forecasts.models().stream().map(ModelInfo::id).toList());
    }

    /** @throws io.binnacle.platform.api.error.PlatformException MODEL_NOT_FOUND with those that are there */
    void require(String id) {
        if (!ids.contains(id)) {
            throw MODEL_NOT_FOUND.because("no forecast model '%s' is installed; installed: %s", id, ids);
        }
    }
}
