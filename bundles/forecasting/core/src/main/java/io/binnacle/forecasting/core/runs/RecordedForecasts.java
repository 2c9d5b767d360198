package io.binnacle.forecasting.core.runs;

import static io.binnacle.forecasting.api.ForecastError.MODEL_NOT_FOUND;
import static io.binnacle.forecasting.api.ForecastError.NOT_REPRODUCED;
import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Forecasts that are kept with their model and inputs, so that each can be made again. */
@Component(service = RecordedForecasts.class)
public final class RecordedForecasts {

    /**
     * A series to be forecast.
     *
     * @param firstPeriod the month that follows the series, where its periods are known to be months
     */
    public record Question(
            String series, TimeSeries history, Outlook outlook, ForecastScope scope, Optional<YearMonth> firstPeriod) {}

    /** A forecast and the id of its run. */
    public record Recorded(UUID run, ForecastAnswer answer) {}

    private final Forecasts forecasts;
    private final RunTable runs;
    private final Clock clock;
    private final List<RunWatcher> watchers = new CopyOnWriteArrayList<>();

    @Activate
    public RecordedForecasts(
            @Reference Forecasts forecasts,
            @Reference Database database,
            @Reference Clock clock,
            @Reference(target = "(schema=forecasting)") SchemaReady schema) {
        this(forecasts, database, clock);
    }

    public RecordedForecasts(Forecasts forecasts, Database database, Clock clock) {
        this.forecasts = forecasts;
        this.runs = new RunTable(database);
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addWatcher(RunWatcher watcher) {
        watchers.add(watcher);
    }

    void removeWatcher(RunWatcher watcher) {
        watchers.remove(watcher);
    }

    /** Answers one question; empty {@code model} for the champion of its scope. Keeps nothing yet. */
    public ForecastAnswer answer(Question question, Optional<String> model) {
        return model.isPresent()
                ? forecasts.forecast(question.series(), question.history(), question.outlook(), model)
                : forecasts.forecast(question.series(), question.history(), question.outlook(), question.scope());
    }

    /** Keeps answers, each to the question at its place. */
    public List<Recorded> keep(List<Question> questions, List<ForecastAnswer> answers, Principal by) {
        List<ForecastRun> made = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            made.add(ForecastRun.of(questions.get(i), answers.get(i), by, clock));
        }
        List<UUID> ids = runs.save(made);
        List<Recorded> recorded = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            recorded.add(new Recorded(ids.get(i), answers.get(i)));
        }
        watchers.forEach(watcher -> watcher.kept(questions));
        return recorded;
    }

    /** @throws io.binnacle.platform.api.error.PlatformException ENTITY_NOT_FOUND */
    public ForecastRun require(UUID id) {
        return runs.find(id).orElseThrow(() -> ENTITY_NOT_FOUND.because("there is no forecast with the run id %s", id));
    }

    /**
     * The forecasts of the same series and scope given before one, the latest first.
     *
     * @param except who made those that do not count
     */
    public List<ForecastRun> before(ForecastRun run, Principal except, int limit) {
        return runs.before(run, except.name(), limit);
    }

    /**
     * Makes a forecast again, with the model and the build of it that made it then.
     *
     * @throws io.binnacle.platform.api.error.PlatformException MODEL_NOT_FOUND when another build is installed
     *     now, NOT_REPRODUCED when the same build gives another forecast
     */
    ForecastRun reproduce(UUID id) {
        ForecastRun run = require(id);
        ForecastAnswer again = forecasts.forecast(
                run.series(),
                run.input().history(),
                run.input().outlook(),
                Optional.of(run.model().id() + "@" + run.model().version()));
        requireSameBuild(run.model(), again.model());
        if (!again.forecast().equals(run.forecast())) {
            throw NOT_REPRODUCED.because(
                    "%s %s gives another forecast for run %s than at %s, though its build is the same: the model"
                            + " does not keep its promise to repeat itself; tell its maker",
                    run.model().id(), run.model().version(), id, run.madeAt());
        }
        return run;
    }

    private static void requireSameBuild(ModelInfo wanted, ModelInfo present) {
        if (!present.equals(wanted)) {
            throw MODEL_NOT_FOUND.because(
                    "the forecast was made by %s %s of %s (digest %s), which is not installed; that version is now of %s"
                            + " (digest %s). Install that build again to reproduce it",
                    wanted.id(),
                    wanted.version(),
                    wanted.bundle(),
                    wanted.digest(),
                    present.bundle(),
                    present.digest());
        }
    }
}
