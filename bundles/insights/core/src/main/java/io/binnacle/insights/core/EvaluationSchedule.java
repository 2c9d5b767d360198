package io.binnacle.insights.core;

import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Insights;
import io.binnacle.insights.api.Insights.Evaluation;
import io.binnacle.platform.api.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates at the start, regularly, and soon after something has changed: data or rules. */
@Component(
        service = {},
        configurationPid = InsightsConfig.PID)
@Designate(ocd = InsightsConfig.class)
public final class EvaluationSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationSchedule.class);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration LAST_EVALUATION = Duration.ofSeconds(10);

    private final Insights insights;
    private final News news;
    private final Duration settle;
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean needed = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, EvaluationSchedule::thread, new ThreadPoolExecutor.DiscardPolicy());
    private final AutoCloseable subscription;
    private List<String> failures = List.of();

    @Activate
    public EvaluationSchedule(@Reference Insights insights, @Reference Journal journal, InsightsConfig config) {
        this(insights, journal, Duration.ofMinutes(config.interval_minutes()), SETTLE);
    }

    EvaluationSchedule(Insights insights, Journal journal, Duration interval, Duration settle) {
        this.insights = insights;
        this.news = new News(journal);
        this.settle = settle;
        this.subscription = journal.onCommit(this::request);
        executor.scheduleWithFixedDelay(
                this::evaluate, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        evaluateSoon();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRule(InsightRule rule) {
        evaluateSoon();
    }

    void removeRule(InsightRule rule) {
        evaluateSoon();
    }

    @Deactivate
    void stop() throws Exception {
        subscription.close();
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.shutdown();
        if (!executor.awaitTermination(LAST_EVALUATION.toMillis(), TimeUnit.MILLISECONDS)) {
            executor.shutdownNow();
        }
    }

    private void evaluateSoon() {
        needed.set(true);
        request();
    }

    /** Many requests within a moment make one evaluation. */
    private void request() {
        if (requested.compareAndSet(false, true)) {
            executor.schedule(this::evaluateIfNeeded, settle.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void evaluateIfNeeded() {
        requested.set(false);
        try {
            if (news.arrived() | needed.getAndSet(false)) {
                evaluate();
            }
        } catch (RuntimeException e) {
            LOG.warn("cannot tell whether anything has changed", e);
        }
    }

    private void evaluate() {
        try {
            report(insights.evaluate());
        } catch (RuntimeException e) {
            LOG.warn(
                    "insights could not be evaluated; they will be when something changes, or at the next interval", e);
        }
    }

    private void report(Evaluation evaluation) {
        if (!evaluation.failures().equals(failures)) {
            failures = evaluation.failures();
            failures.forEach(failure -> LOG.warn("an insight rule failed: {}", failure));
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "insights");
        thread.setDaemon(true);
        return thread;
    }
}
