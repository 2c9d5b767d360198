package io.binnacle.forecasting.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns the past of one series into a {@link Forecast}.
 *
 * <p>Models are stateless services: nothing fitted survives a call, any thread may call, and the service may
 * be unregistered while a call is running. Register one per {@link ForecastModelId}; its version is that of
 * its bundle, or {@link #VERSION}. The same arguments give the same forecast to the bit.
 *
 * <p>Every implementation must pass {@code ForecastModelContract} from the test kit.
 */
@ConsumerType
public interface ForecastModel {

    /**
     * Service property of a model that is made from data, such as a file, and not from its bundle's code alone: the
     * version of that data, as {@link org.osgi.framework.Version} reads it.
     */
    String VERSION = "forecast.model.version";

    /** Service property of such a model: SHA-256, in hexadecimal, of the data. */
    String DIGEST = "forecast.model.digest";

    /** The fewest observations {@link #forecast} accepts of series with this season length; at least 1. */
    int minimumHistory(int seasonLength);

    /**
     * Forecasts the periods that follow {@code history}.
     *
     * @return exactly {@code outlook.horizon()} finite values in the mean and in every bound; a wider level
     *     contains every narrower one
     * @throws io.binnacle.platform.api.error.PlatformException {@link ForecastError#HISTORY_TOO_SHORT}, or {@link
     *     ForecastError#INVALID_SERIES} when the model does not take such seasons; anything else counts as a failure
     *     of the model
     */
    Forecast forecast(TimeSeries history, Outlook outlook);
}
