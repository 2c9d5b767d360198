package io.binnacle.forecasting.core.roles;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Question;
import io.binnacle.forecasting.core.runs.RunTable;
import io.binnacle.forecasting.core.runs.RunWatcher;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets challengers and shadows forecast what the champion was asked for, after it answered. When too much waits,
 * the oldest questions are left out: scores then stand on fewer of them.
 */
@Component
public final class ShadowRuns implements RunWatcher {

    /** Who makes them. */
    public static final Principal BY = Principal.system("shadow");

    private static final Logger LOG = LoggerFactory.getLogger(ShadowRuns.class);
    private static final int MOST_WAITING = 1_000;

    private final JournaledRoles roles;
    private final Forecasts forecasts;
    private final RunTable runs;
    private final AccuracyGuard guard;
    private final Clock clock;
    private final Executor executor;

    @Activate
    public ShadowRuns(
            @Reference JournaledRoles roles,
            @Reference Forecasts forecasts,
            @Reference Database database,
            @Reference Clock clock) {
        this(roles, forecasts, database, clock, oneThread());
    }

    ShadowRuns(JournaledRoles roles, Forecasts forecasts, Database database, Clock clock, Executor executor) {
        this.roles = roles;
        this.forecasts = forecasts;
        this.runs = new RunTable(database);
        this.guard = new AccuracyGuard(roles, database, clock);
        this.clock = clock;
        this.executor = executor;
    }

    @Deactivate
    void close() {
        if (executor instanceof ThreadPoolExecutor threads) {
            threads.shutdownNow();
        }
    }

    @Override
    public void kept(List<Question> questions) {
        for (Question question : questions) {
            if (question.firstPeriod().isPresent()) {
                executor.execute(() -> follow(question));
            }
        }
    }

    private void follow(Question question) {
        try {
            roles.inForce(question.scope()).ifPresent(present -> {
                present.beside().forEach(model -> run(question, model));
                guard.check(present, question);
            });
        } catch (RuntimeException e) {
            LOG.warn("{} was not forecast by those beside the champion", question.series(), e);
        }
    }

    // Its failure counts for its health, and stands there.
    private void run(Question question, Alias model) {
        try {
            ForecastAnswer answer = forecasts.forecast(
                    question.series(), question.history(), question.outlook(), Optional.of(model.model()));
            runs.save(List.of(ForecastRun.of(question, answer, BY, clock)));
        } catch (PlatformException e) {
            LOG.debug("{} beside the champion did not forecast {}", model.model(), question.series(), e);
        }
    }

    private static ThreadPoolExecutor oneThread() {
        return new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> {
                    Thread thread = new Thread(work, "binnacle-shadow");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardOldestPolicy());
    }
}
