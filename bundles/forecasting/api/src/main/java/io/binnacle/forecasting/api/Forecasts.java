package io.binnacle.forecasting.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Forecasts by whichever models are installed. Any thread may call. */
@ProviderType
public interface Forecasts {

    /** The models that are there now, by id. */
    List<ModelInfo> models();

    /**
     * Forecasts one series.
     *
     * @param name of the series, for the answer
     * @param model the model's id; empty for the platform's choice, which the answer names
     * @throws io.binnacle.platform.api.error.PlatformException {@link ForecastError#MODEL_NOT_FOUND} with what
     *     is installed, {@link ForecastError#HISTORY_TOO_SHORT}, {@link ForecastError#MODEL_FAILED} when the
     *     model throws or answers garbage
     */
    ForecastAnswer forecast(String name, TimeSeries history, Outlook outlook, Optional<String> model);
}
