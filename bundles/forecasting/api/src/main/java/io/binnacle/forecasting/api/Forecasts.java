package io.binnacle.forecasting.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Forecasts by whichever models are installed. Any thread may call. */
@ProviderType
public interface Forecasts {

    /** The models that are there now, by id. */
    List<ModelInfo> models();

    /** How each of {@link #models} does. */
    List<ModelStatus> statuses();

    /**
     * Forecasts one series.
     *
     * @param name of the series, for the answer
     * @param model the model's id, or {@code id@version} for a certain version; empty for the champion of
     *     {@link ForecastScope#GENERAL}
     * @throws io.binnacle.platform.api.error.PlatformException {@link ForecastError#MODEL_NOT_FOUND} with what
     *     is installed, {@link ForecastError#HISTORY_TOO_SHORT}, {@link ForecastError#MODEL_FAILED} when the
     *     model throws, answers garbage or does not answer in time, now or so recently that it is left alone
     */
    ForecastAnswer forecast(String name, TimeSeries history, Outlook outlook, Optional<String> model);

    /**
     * Forecasts one series by the champion of its scope: that of the scope itself, else of the metric's segment
     * {@link ForecastScope#ALL}, else of {@link ForecastScope#GENERAL}. Where there is none, or it is not there,
     * fails or needs a longer history, the former champions follow, then the platform's choice; the answer names
     * the model.
     *
     * @throws io.binnacle.platform.api.error.PlatformException as {@link #forecast(String, TimeSeries, Outlook,
     *     Optional)}
     */
    default ForecastAnswer forecast(String name, TimeSeries history, Outlook outlook, ForecastScope scope) {
        return forecast(name, history, outlook, Optional.empty());
    }
}
