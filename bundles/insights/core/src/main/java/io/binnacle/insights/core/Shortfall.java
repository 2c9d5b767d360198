package io.binnacle.insights.core;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.Severity;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A target and where its node's quarter ends up. */
record Shortfall(Target target, HierarchyNode node, BigDecimal booked, Landing landing, ForecastAnswer answer) {

    boolean isOne() {
        return isAbove(landing.likely());
    }

    Finding finding(Instant now) {
        String title = "%s is forecast to book %s in %s, %s below its target"
                .formatted(DealFacts.oneLine(node.name()), words(landing.likely()), target.quarter(), words(gap()));
        Severity severity = isAbove(landing.high()) ? Severity.CRITICAL : Severity.WARNING;
        return new Finding("target/" + target.id(), severity, title, evidence(now));
    }

    private List<Evidence> evidence(Instant now) {
        return List.of(
                new Evidence(
                        "/api/v1/pipeline/targets",
                        "target of %s for %s: %s"
                                .formatted(
                                        name(),
                                        target.quarter(),
                                        words(target.amount().amount())),
                        now),
                new Evidence(
                        "/api/v1/pipeline/rollup?period=%s&currency=%s".formatted(target.quarter(), currency()),
                        "booked so far in %s: %s".formatted(target.quarter(), words(booked)),
                        now),
                new Evidence(forecastUri(), forecastStatement(), now));
    }

    private String forecastUri() {
        return "/api/v1/forecasting/pipeline?by=%s&key=%s&horizon=%d&levels=80&currency=%s"
                .formatted(by(), node.id(), answer.forecast().mean().size(), currency());
    }

    private String forecastStatement() {
        return "expected at the end of %s: %s, from %s (p10) to %s (p90), by %s@%s from inputs %s"
                .formatted(
                        target.quarter(),
                        words(landing.likely()),
                        words(landing.low()),
                        words(landing.high()),
                        answer.model().id(),
                        answer.model().version(),
                        answer.inputHash());
    }

    private String by() {
        return switch (node.kind()) {
            case REGION -> "region";
            case MANAGER -> "manager";
            case SELLER -> "owner";
            case TERRITORY, PRODUCT_GROUP, INDUSTRY ->
                throw new IllegalStateException(node.kind() + " is no level of the sales hierarchy");
        };
    }

    private String name() {
        return DealFacts.oneLine(node.name());
    }

    private BigDecimal gap() {
        return target.amount().amount().subtract(landing.likely());
    }

    private boolean isAbove(BigDecimal amount) {
        return target.amount().amount().compareTo(amount) > 0;
    }

    private String currency() {
        return target.amount().currency();
    }

    private String words(BigDecimal amount) {
        return DealFacts.words(amount, currency());
    }
}
