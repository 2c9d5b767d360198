package io.binnacle.forecasting.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.api.money.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Consumption to be recorded. */
record ConsumptionRequest(@JsonProperty(required = true) List<Point> points, Optional<String> reason) {

    private static final int MOST = 50_000;
    private static final String USUAL_REASON = "recorded over the API";

    /** One month of one series. */
    record Point(
            @JsonProperty(required = true) UUID account,
            @JsonProperty(required = true) String service,
            @JsonProperty(required = true) YearMonth month,
            @JsonProperty(required = true) Money amount,
            @JsonProperty(required = true) ConsumptionPoint.Status status) {}

    String cause() {
        return reason.filter(text -> !text.isBlank()).orElse(USUAL_REASON);
    }

    /** The points, once everything in the request is found to be in order. */
    List<ConsumptionPoint> checked() {
        Faults faults = new Faults();
        if (points == null || points.isEmpty() || points.size() > MOST) {
            faults.add("/points", "must be a list of 1 to %d points", MOST);
            faults.throwIfAny();
        }
        for (int i = 0; i < points.size(); i++) {
            check(points.get(i), "/points/" + i, faults);
        }
        faults.throwIfAny();
        return points.stream()
                .map(point -> new ConsumptionPoint(
                        point.account(), point.service(), point.month(), point.amount(), point.status()))
                .toList();
    }

    private static void check(Point point, String pointer, Faults faults) {
        if (point == null) {
            faults.add(pointer, "must be a point, not null");
            return;
        }
        require(point.account(), pointer + "/account", faults);
        require(point.month(), pointer + "/month", faults);
        require(point.amount(), pointer + "/amount", faults);
        require(point.status(), pointer + "/status", faults);
        if (point.service() == null || point.service().isBlank()) {
            faults.add(pointer + "/service", "must name the service");
        }
    }

    private static void require(Object value, String pointer, Faults faults) {
        if (value == null) {
            faults.add(pointer, "must not be null");
        }
    }
}
