package io.binnacle.forecasting.core.hierarchy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.forecasting.core.Faults;
import io.binnacle.forecasting.core.Levels;
import io.binnacle.forecasting.core.SeriesFaults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Series that belong to groups, and how they and their sums are to be forecast. */
record ReconciliationRequest(
        @JsonProperty(required = true) List<Series> series,
        @JsonProperty(required = true) String structure,
        @JsonProperty(required = true) int horizon,
        Optional<List<BigDecimal>> levels,
        Optional<String> model,
        Optional<String> method,
        Optional<Integer> seasonLength,
        Optional<Long> seed) {

    private static final int MOST_VALUES = 1_000;

    /** One series of the bottom. */
    record Series(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) List<Double> values,
            @JsonProperty(required = true) Map<String, String> groups) {

        BottomSeries bottom() {
            return new BottomSeries(
                    id, values.stream().mapToDouble(Double::doubleValue).toArray(), groups);
        }
    }

    /** What is asked for, once everything in the request is found to be in order. */
    record Checked(Hierarchy hierarchy, ReconciliationOrder order, Levels levels) {

        void requireAtMost(int nodes, String advice) {
            Faults faults = new Faults();
            if (hierarchy.nodes().size() > nodes) {
                faults.add(
                        "/series",
                        "are %d with their sums, more than %d; %s",
                        hierarchy.nodes().size(),
                        nodes,
                        advice);
            }
            faults.throwIfAny();
        }
    }

    Checked checked() {
        Faults faults = new Faults();
        SeriesFaults checks = new SeriesFaults(faults, MOST_VALUES);
        checks.checkPeriods(horizon, seasonLength);
        Levels percent = levels.map(asked -> Levels.of(asked, faults)).orElse(Levels.USUAL);
        Optional<Structure> groups = structure(faults);
        Method way = method(faults);
        groups.flatMap(way::misfit).ifPresent(why -> faults.add("/method", "%s", why));
        new RequestedSeries(series, groups.map(Structure::groups).orElse(List.of())).check(faults, checks);
        faults.throwIfAny();
        Hierarchy hierarchy = hierarchy(groups.orElseThrow());
        ReconciliationOrder order = new ReconciliationOrder(
                way, horizon, percent.fractions(), model, seed.orElse(ReconciliationOrder.SEED));
        return new Checked(hierarchy, order, percent);
    }

    private Optional<Structure> structure(Faults faults) {
        try {
            return Optional.of(Structure.parse(structure == null ? "" : structure));
        } catch (IllegalArgumentException e) {
            faults.add("/structure", "%s", e.getMessage());
            return Optional.empty();
        }
    }

    private Method method(Faults faults) {
        String id = method.orElse(Method.USUAL.id());
        return Method.find(id).orElseGet(() -> {
            faults.add("/method", "there is no method '%s'; there are %s", id, Method.ids());
            return Method.USUAL;
        });
    }

    private Hierarchy hierarchy(Structure groups) {
        List<BottomSeries> bottom = series.stream().map(Series::bottom).toList();
        return Hierarchy.of(groups, bottom, seasonLength.orElse(1));
    }
}
