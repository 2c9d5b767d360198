package io.binnacle.forecasting.core;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static io.binnacle.forecasting.api.ForecastError.MODEL_FAILED;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.PlatformException;
import java.util.Comparator;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** A model, where it comes from, and the only way to call it: whatever it does wrong becomes MODEL_FAILED. */
record InstalledModel(ModelInfo info, int ranking, long serviceId, ForecastModel model) {

    static final String ID = "forecast.model.id";

    /** Of several with one id, the greatest is used: the highest ranking, then version, then the oldest service. */
    static final Comparator<InstalledModel> PRECEDENCE = Comparator.comparingInt(InstalledModel::ranking)
            .thenComparing(model -> Version.parseVersion(model.info.version()))
            .thenComparing(InstalledModel::serviceId, Comparator.reverseOrder());

    static InstalledModel of(ServiceReference<ForecastModel> reference, ForecastModel model) {
        Bundle bundle = reference.getBundle();
        Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
        return new InstalledModel(
                new ModelInfo(
                        String.valueOf(reference.getProperty(ID)),
                        bundle.getVersion().toString(),
                        bundle.getSymbolicName()),
                ranking instanceof Integer number ? number : 0,
                (Long) reference.getProperty(Constants.SERVICE_ID),
                model);
    }

    String id() {
        return info.id();
    }

    int minimumHistory(int seasonLength) {
        return guarded(() -> model.minimumHistory(seasonLength));
    }

    Forecast forecast(TimeSeries history, Outlook outlook) {
        Forecast forecast = guarded(() -> model.forecast(history, outlook));
        OutputCheck.fault(forecast, outlook).ifPresent(fault -> {
            throw MODEL_FAILED.because("model %s answered garbage: %s; ask for another model", label(), fault);
        });
        return forecast;
    }

    // A model is foreign code, and its bundle may be gone while it runs: then classes are missing, too.
    private <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (PlatformException e) {
            throw e.code() == HISTORY_TOO_SHORT ? e : failure(e);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            throw failure(e);
        }
    }

    private PlatformException failure(Throwable cause) {
        return MODEL_FAILED
                .because("model %s failed with %s; ask for another model", label(), cause)
                .causedBy(cause);
    }

    private String label() {
        return "%s %s of %s".formatted(info.id(), info.version(), info.bundle());
    }
}
