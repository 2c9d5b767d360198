package io.binnacle.forecasting.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns the past of one series into a {@link Forecast}.
 *
 * <p>Models are stateless services: nothing fitted survives a call, any thread may call, and the service may
 * be unregistered while a call is running. Register one per {@link ForecastModelId}; its version is that of
 * its bundle. The same arguments give the same forecast to the bit.
 *
 * <p>Every implementation must pass {@code ForecastModelContract} from the test kit.
 */
@ConsumerType
public interface ForecastModel {

    /** The fewest observations {@link #forecast} accepts of series with this season length; at least 1. */
    int minimumHistory(int seasonLength);

    /**
     * Forecasts the periods that follow {@code history}.
     *
     * @return exactly {@code outlook.horizon()} finite values in the mean and in every bound; a wider level
     *     contains every narrower one
     * @throws io.binnacle.platform.api.error.PlatformException {@link ForecastError#HISTORY_TOO_SHORT}
     */
    Forecast forecast(TimeSeries history, Outlook outlook);
}
