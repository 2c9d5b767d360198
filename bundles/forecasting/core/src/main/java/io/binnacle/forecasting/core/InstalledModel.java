package io.binnacle.forecasting.core;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;
import static io.binnacle.forecasting.api.ForecastError.MODEL_FAILED;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.ModelStatus;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** A model, where it comes from, and the only way to call it: whatever it does wrong becomes MODEL_FAILED. */
record InstalledModel(
        ModelInfo info,
        int preference,
        int ranking,
        long serviceId,
        ForecastModel model,
        ModelThreads threads,
        ModelHealth health) {

    static final String ID = "forecast.model.id";
    static final String PREFERENCE = "forecast.model.preference";

    /** What says something of the series and nothing against the model. */
    private static final Set<ErrorCode> REFUSALS = Set.of(HISTORY_TOO_SHORT, INVALID_SERIES);

    /** Of several with one id, the greatest is used: the highest ranking, then version, then the oldest service. */
    static final Comparator<InstalledModel> PRECEDENCE = Comparator.comparingInt(InstalledModel::ranking)
            .thenComparing(model -> Version.parseVersion(model.info.version()))
            .thenComparing(InstalledModel::serviceId, Comparator.reverseOrder());

    static InstalledModel of(
            ServiceReference<ForecastModel> reference, ForecastModel model, ModelThreads threads, ModelHealth health) {
        Bundle bundle = reference.getBundle();
        return new InstalledModel(
                new ModelInfo(
                        String.valueOf(reference.getProperty(ID)),
                        text(reference, ForecastModel.VERSION)
                                .orElseGet(() -> bundle.getVersion().toString()),
                        bundle.getSymbolicName(),
                        digest(reference, bundle)),
                number(reference, PREFERENCE),
                number(reference, Constants.SERVICE_RANKING),
                (Long) reference.getProperty(Constants.SERVICE_ID),
                model,
                threads,
                health);
    }

    private static String digest(ServiceReference<ForecastModel> reference, Bundle bundle) {
        String code = BundleDigest.of(bundle);
        return text(reference, ForecastModel.DIGEST)
                .map(data -> Json.sha256(code + data))
                .orElse(code);
    }

    private static Optional<String> text(ServiceReference<?> reference, String property) {
        return reference.getProperty(property) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static int number(ServiceReference<?> reference, String property) {
        return reference.getProperty(property) instanceof Integer number ? number : 0;
    }

    String id() {
        return info.id();
    }

    boolean isNamed(String name) {
        return name.equals(info.id()) || name.equals(info.id() + "@" + info.version());
    }

    ModelStatus status() {
        Optional<ModelHealth.Ailment> ailment = health.ailment();
        return new ModelStatus(
                info.id(),
                info.version(),
                info.bundle(),
                ailment.isPresent() ? ModelStatus.State.DEGRADED : ModelStatus.State.READY,
                ailment.map(ModelHealth.Ailment::what),
                ailment.map(ModelHealth.Ailment::since));
    }

    /** Whether it failed so often of late that it is left alone. */
    boolean rests() {
        return health.rests();
    }

    int minimumHistory(int seasonLength) {
        return guarded(() -> model.minimumHistory(seasonLength));
    }

    Forecast forecast(TimeSeries history, Outlook outlook) {
        health.refusal().ifPresent(ailment -> {
            throw MODEL_FAILED.because(
                    "model %s is degraded since %s and is left alone for a while: %s; ask for another model",
                    label(), ailment.since(), ailment.what());
        });
        Forecast forecast = guarded(() -> model.forecast(history, outlook));
        OutputCheck.fault(forecast, outlook).ifPresent(fault -> {
            throw failed(MODEL_FAILED.because("model %s answered garbage: %s; ask for another model", label(), fault));
        });
        health.succeeded();
        return forecast;
    }

    // A model is foreign code, and its bundle may be gone while it runs: then classes are missing, too.
    private <T> T guarded(Supplier<T> call) {
        try {
            return threads.call(call);
        } catch (TimeoutException e) {
            PlatformException failure = MODEL_FAILED.because(
                    "model %s did not answer within %d s; ask for another model, and stop or update its bundle",
                    label(), threads.patience().toSeconds());
            health.hung(failure.getMessage());
            throw failure;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private PlatformException failure(Throwable cause) {
        if (cause instanceof PlatformException refusal && REFUSALS.contains(refusal.code())) {
            return refusal;
        }
        return failed(MODEL_FAILED
                .because("model %s failed with %s; ask for another model", label(), cause)
                .causedBy(cause));
    }

    private PlatformException failed(PlatformException failure) {
        health.failed(failure.getMessage());
        return failure;
    }

    private String label() {
        return "%s %s of %s".formatted(info.id(), info.version(), info.bundle());
    }
}
