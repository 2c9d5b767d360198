package io.binnacle.insights.core;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.pipeline.api.Hierarchy;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.Targets;
import io.binnacle.platform.api.error.PlatformException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Booking targets of the present fiscal quarter that the forecast does not reach.
 *
 * <p>For each of them: what its node has won in the quarter, plus what the platform's model of choice forecasts
 * for the months that have not ended, from the node's monthly won revenue with a season of twelve. {@link
 * Landing} has the formula. A target above the likely landing is found; it is critical when it lies above the
 * 90 % bound too. A node whose history is too short for the model, or ended a year ago, is passed over.
 */
@Component
public final class ForecastBelowTarget implements InsightRule {

    private static final ForecastScope REVENUE = new ForecastScope("revenue", ForecastScope.ALL);
    private static final int SEASON = 12;
    // As the forecasts over HTTP use it, so that the link in the evidence leads to the same inputs hash.
    private static final long SEED = 42;
    private static final List<Double> FROM_P10_TO_P90 = List.of(0.8);

    private final Targets targets;
    private final Hierarchy hierarchy;
    private final Rollups rollups;
    private final RevenueHistory history;
    private final Forecasts forecasts;

    @Activate
    public ForecastBelowTarget(
            @Reference Targets targets,
            @Reference Hierarchy hierarchy,
            @Reference Rollups rollups,
            @Reference RevenueHistory history,
            @Reference Forecasts forecasts) {
        this.targets = targets;
        this.hierarchy = hierarchy;
        this.rollups = rollups;
        this.history = history;
        this.forecasts = forecasts;
    }

    @Override
    public String id() {
        return "forecast-below-target";
    }

    @Override
    public List<Finding> evaluate(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, rollups.calendar().zone());
        Bookings bookings = new Bookings(today, rollups, history);
        return targets.all().stream()
                .filter(target -> target.metric() == Target.Metric.BOOKED)
                .filter(target -> target.quarter().equals(bookings.quarter().name()))
                .sorted(Comparator.comparing(Target::id))
                .flatMap(target ->
                        hierarchy.find(target.node()).flatMap(node -> shortfall(target, node, bookings)).stream())
                .map(shortfall -> shortfall.finding(now))
                .toList();
    }

    private Optional<Shortfall> shortfall(Target target, HierarchyNode node, Bookings bookings) {
        return bookings.series(node, target.amount().currency())
                .filter(series -> bookings.monthsSince(series) < SEASON)
                .flatMap(series -> forecast(series, bookings.monthsToQuarterEnd(series))
                        .map(answer -> shortfall(target, node, bookings, series, answer)))
                .filter(Shortfall::isOne);
    }

    private static Shortfall shortfall(
            Target target, HierarchyNode node, Bookings bookings, RevenueSeries series, ForecastAnswer answer) {
        var booked = bookings.booked(node, target.amount().currency());
        var running = booked.subtract(bookings.ended(series));
        var landing = Landing.of(booked, running, answer.forecast(), bookings.monthsSince(series));
        return new Shortfall(target, node, booked, landing, answer);
    }

    private Optional<ForecastAnswer> forecast(RevenueSeries series, int months) {
        double[] values = series.months().stream()
                .mapToDouble(month -> month.amount().doubleValue())
                .toArray();
        try {
            return Optional.of(forecasts.forecast(
                    series.name(),
                    new TimeSeries(values, SEASON),
                    new Outlook(months, FROM_P10_TO_P90, SEED),
                    REVENUE));
        } catch (PlatformException e) {
            if (e.code() == HISTORY_TOO_SHORT) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
