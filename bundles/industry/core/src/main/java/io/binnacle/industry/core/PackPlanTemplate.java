package io.binnacle.industry.core;

import io.binnacle.industry.api.Kpi;
import io.binnacle.industry.api.PackContent;
import io.binnacle.industry.api.Template;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanContent.Initiative;
import io.binnacle.planning.api.PlanContent.Objective;
import io.binnacle.planning.api.PlanTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The template of a pack in the terms of planning. */
final class PackPlanTemplate implements PlanTemplate {

    private final PackContent pack;

    PackPlanTemplate(PackContent pack) {
        this.pack = pack;
    }

    @Override
    public String key() {
        return pack.id();
    }

    @Override
    public String name() {
        return pack.name();
    }

    @Override
    public PlanContent content() {
        Template template = pack.planTemplate();
        return new PlanContent(
                template.vision(),
                Optional.empty(),
                template.objectives().stream().map(PackPlanTemplate::objective).toList(),
                template.initiatives().stream()
                        .map(PackPlanTemplate::initiative)
                        .toList());
    }

    @Override
    public Map<String, String> measures() {
        Map<String, String> names = new TreeMap<>();
        pack.kpis().stream()
                .flatMap(PackPlanTemplate::withDrivers)
                .forEach(kpi -> names.put(kpi.key(), kpi.name() + " (" + kpi.unit() + ")"));
        Map<String, String> measures = new TreeMap<>();
        pack.planTemplate()
                .objectives()
                .forEach(objective -> measures.put(objective.key(), names.get(objective.kpi())));
        return measures;
    }

    private static Objective objective(Template.Objective objective) {
        return new Objective(
                objective.key(), objective.statement(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Initiative initiative(Template.Initiative initiative) {
        return new Initiative(
                initiative.key(), initiative.name(), initiative.objectives(), Optional.empty(), List.of());
    }

    private static Stream<Kpi> withDrivers(Kpi kpi) {
        return Stream.concat(Stream.of(kpi), kpi.drivers().stream().flatMap(PackPlanTemplate::withDrivers));
    }
}
