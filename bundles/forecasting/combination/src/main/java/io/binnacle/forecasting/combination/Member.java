package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model that takes part. It is foreign code, whose bundle may leave while it runs. */
record Member(ModelInfo info, ForecastModel model) {

    private static final Logger LOG = LoggerFactory.getLogger(Member.class);

    boolean takes(TimeSeries history) {
        return model.minimumHistory(history.seasonLength()) <= history.length();
    }

    /** Its forecast, or nothing if it fails: then the others answer without it. */
    Optional<MemberForecast> forecast(TimeSeries history, Outlook outlook) {
        try {
            Forecast forecast = model.forecast(history, outlook);
            if (isSound(forecast, outlook)) {
                return Optional.of(new MemberForecast(this, forecast));
            }
            LOG.warn("{} answered garbage and is left out", info);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} failed and is left out", info, e);
        }
        return Optional.empty();
    }

    private static boolean isSound(Forecast forecast, Outlook outlook) {
        return forecast.mean().size() == outlook.horizon()
                && forecast.mean().stream().allMatch(Double::isFinite)
                && forecast.intervals().size() == outlook.levels().size();
    }
}
