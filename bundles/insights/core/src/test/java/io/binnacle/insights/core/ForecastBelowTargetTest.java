package io.binnacle.insights.core;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static io.binnacle.forecasting.api.ForecastError.MODEL_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.ModelStatus;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Severity;
import io.binnacle.pipeline.api.Hierarchy;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.Target.Metric;
import io.binnacle.pipeline.api.Targets;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.testkit.contract.InsightRuleContract;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * October to December; it is November. Won: 100 in October, 30 in November. Forecast: 80 (60 to 100) for November
 * and 90 (50 to 130) for December. By hand: likely 130 + 50 + 90 = 270, low 130 + 30 + 50 = 210, high 130 + 70 +
 * 130 = 330.
 */
class ForecastBelowTargetTest extends InsightRuleContract {

    private static final UUID WEST = new UUID(1, 1);
    private static final UUID TARGET = new UUID(2, 1);
    private final FiscalCalendar calendar = new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC);
    private final Books books = new Books(calendar).won(WEST, "130");
    private final List<Target> targets = new ArrayList<>();
    private final List<Outlook> outlooks = new ArrayList<>();
    private final List<TimeSeries> histories = new ArrayList<>();
    private NodeKind kind = NodeKind.REGION;
    private List<Money> months = Stream.concat(
                    Collections.nCopies(33, Money.of("70", "USD")).stream(), Stream.of(Money.of("100", "USD")))
            .toList();
    private Forecast forecast = new Forecast(
            List.of(80.0, 90.0), List.of(new PredictionInterval(0.8, List.of(60.0, 50.0), List.of(100.0, 130.0))));
    private Optional<PlatformException> failure = Optional.empty();

    @Override
    protected InsightRule rule() {
        if (targets.isEmpty()) {
            target(Metric.BOOKED, "2026-Q4", "300");
        }
        return new ForecastBelowTarget(new TargetsInMemory(), new OneNode(), books, this::history, new KnownForecast());
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-15T12:00:00Z");
    }

    @Test
    void finds_the_gap_with_everything_it_rests_on() {
        Finding finding = only(rule().evaluate(now()));

        assertThat(finding.subject()).isEqualTo("target/" + TARGET);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.title()).isEqualTo("West is forecast to book 270 USD in 2026-Q4, 30 USD below its target");
        assertThat(finding.evidence())
                .containsExactly(
                        new Evidence("/api/v1/pipeline/targets", "target of West for 2026-Q4: 300 USD", now()),
                        new Evidence(
                                "/api/v1/pipeline/rollup?period=2026-Q4&currency=USD",
                                "booked so far in 2026-Q4: 130 USD",
                                now()),
                        new Evidence(
                                "/api/v1/forecasting/pipeline?by=region&key=" + WEST
                                        + "&horizon=2&levels=80&currency=USD",
                                "expected at the end of 2026-Q4: 270 USD, from 210 USD (p10) to 330 USD (p90),"
                                        + " by theta@1.2.3 from inputs abc123",
                                now()));
    }

    @Test
    void forecasts_the_months_that_have_not_ended_from_those_that_have() {
        rule().evaluate(now());

        assertThat(outlooks).containsExactly(new Outlook(2, List.of(0.8), 42));
        assertThat(histories).extracting(TimeSeries::length).containsExactly(34);
        assertThat(histories).extracting(TimeSeries::seasonLength).containsExactly(12);
    }

    /** Nothing was won since June: July to October are forecast too, but have brought what they have. */
    @Test
    void a_history_may_end_early() {
        months = months.subList(0, 30);
        forecast = forecast(List.of(9.0, 9.0, 9.0, 9.0, 80.0, 90.0));
        target(Metric.BOOKED, "2026-Q4", "301");

        Finding finding = only(rule().evaluate(now()));

        assertThat(outlooks).containsExactly(new Outlook(6, List.of(0.8), 42));
        assertThat(histories).extracting(TimeSeries::length).containsExactly(30);
        assertThat(finding.title()).startsWith("West is forecast to book 220 USD in 2026-Q4, 81 USD below");
    }

    @Test
    void a_history_that_ended_a_year_ago_says_nothing() {
        months = months.subList(0, 22);

        assertThat(rule().evaluate(now())).isEmpty();
        assertThat(outlooks).isEmpty();
    }

    @Test
    void is_critical_when_even_the_90_percent_bound_is_below() {
        target(Metric.BOOKED, "2026-Q4", "330");
        assertThat(only(rule().evaluate(now())).severity()).isEqualTo(Severity.WARNING);

        targets.clear();
        target(Metric.BOOKED, "2026-Q4", "330.01");
        assertThat(only(rule().evaluate(now())).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void a_target_that_is_just_reached_is_none() {
        target(Metric.BOOKED, "2026-Q4", "270");

        assertThat(rule().evaluate(now())).isEmpty();
    }

    @Test
    void looks_at_bookings_of_the_present_quarter_alone() {
        target(Metric.CONSUMED, "2026-Q4", "900");
        target(Metric.BOOKED, "2026-Q3", "900");
        target(Metric.BOOKED, "2027-Q4", "900");

        assertThat(rule().evaluate(now())).isEmpty();
    }

    @Test
    void asks_for_the_history_that_fits_the_node() {
        kind = NodeKind.SELLER;

        assertThat(only(rule().evaluate(now())).evidence().get(2).uri()).contains("by=owner");
    }

    @Test
    void a_history_that_is_too_short_is_no_finding_and_no_failure() {
        failure = Optional.of(HISTORY_TOO_SHORT.because("need 24 observations, got 2"));
        assertThat(rule().evaluate(now())).isEmpty();

        months = List.of();
        assertThat(rule().evaluate(now())).isEmpty();
    }

    @Test
    void any_other_failure_of_forecasting_is_one_of_the_rule() {
        failure = Optional.of(MODEL_NOT_FOUND.because("installed: []"));

        assertThatThrownBy(() -> rule().evaluate(now())).hasMessage("installed: []");
    }

    private void target(Metric metric, String quarter, String amount) {
        targets.add(new Target(new UUID(2, targets.size() + 1L), WEST, metric, quarter, Money.of(amount, "USD"), 1));
    }

    private static Forecast forecast(List<Double> mean) {
        return new Forecast(mean, List.of(new PredictionInterval(0.8, mean, mean)));
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private List<RevenueSeries> history(RevenueHistory.Grouping grouping, Optional<String> currency, AsOf asOf) {
        var expected = kind == NodeKind.REGION ? RevenueHistory.Grouping.REGION : RevenueHistory.Grouping.OWNER;
        assertThat(grouping).isEqualTo(expected);
        return List.of(
                new RevenueSeries(new UUID(1, 2).toString(), "East", "USD", YearMonth.of(2024, 1), months),
                new RevenueSeries(WEST.toString(), "West", "USD", YearMonth.of(2024, 1), months));
    }

    private final class TargetsInMemory implements Targets {

        @Override
        public List<Target> all() {
            return targets;
        }

        @Override
        public Target set(UUID node, Metric metric, String quarter, Money amount, Principal by, String reason) {
            throw new UnsupportedOperationException();
        }
    }

    private final class OneNode implements Hierarchy {

        @Override
        public Optional<HierarchyNode> find(UUID id) {
            return all().stream().filter(node -> node.id().equals(id)).findAny();
        }

        @Override
        public List<HierarchyNode> all() {
            return List.of(new HierarchyNode(WEST, "West", kind, Optional.empty(), List.of(), 1));
        }
    }

    private final class KnownForecast implements Forecasts {

        @Override
        public List<ModelStatus> statuses() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ModelInfo> models() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ForecastAnswer forecast(String name, TimeSeries history, Outlook outlook, Optional<String> model) {
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            histories.add(history);
            outlooks.add(outlook);
            return new ForecastAnswer(name, new ModelInfo("theta", "1.2.3", "theta"), "abc123", forecast);
        }
    }
}
