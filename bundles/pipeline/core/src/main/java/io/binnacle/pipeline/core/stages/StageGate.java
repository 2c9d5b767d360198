package io.binnacle.pipeline.core.stages;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.qualification.Qualifications;
import io.binnacle.pipeline.api.stages.ExitCriterion;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Pipelines;
import io.binnacle.pipeline.api.stages.Stage;
import io.binnacle.pipeline.api.stages.StageFacts;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds deals to the stages of their pipelines; looks only at what changes. */
@Component(service = StageGate.class)
public final class StageGate {

    private static final int LONGEST = 1000;

    private final Pipelines pipelines;
    private final StageRules rules;
    private final Qualifications qualifications;

    @Activate
    public StageGate(
            @Reference Pipelines pipelines, @Reference StageRules rules, @Reference Qualifications qualifications) {
        this.pipelines = pipelines;
        this.rules = rules;
        this.qualifications = qualifications;
    }

    /** What cannot be, whatever the reason: pipelines, stages and criteria that are not there, evidence that is none. */
    public List<FieldError> impossible(Optional<Opportunity> before, Opportunity after, Map<String, String> evidence) {
        Optional<Pipeline> pipeline = pipelines.named(after.pipeline(), AsOf.LATEST);
        if (before.filter(deal -> samePlace(deal, after)).isEmpty()) {
            if (pipeline.isEmpty()) {
                return List.of(unknownPipeline(after));
            }
            if (!pipeline.get().takes(after.stage())) {
                return List.of(unknownStage(pipeline.get(), after));
            }
        }
        List<String> taking = way(before, after).stream()
                .flatMap(way -> way.criteria().stream())
                .filter(rules::takesEvidence)
                .map(ExitCriterion::name)
                .toList();
        return evidence.entrySet().stream()
                .flatMap(one -> fault(one.getKey(), one.getValue(), taking).stream())
                .toList();
    }

    /** What a reason is needed for. */
    public List<Hurdle> hurdles(
            Optional<Opportunity> before, Opportunity after, Map<String, String> evidence, Instant now) {
        List<Hurdle> hurdles = new ArrayList<>();
        before.filter(deal -> !deal.pipeline().equals(after.pipeline()) && isPlaced(deal))
                .ifPresent(deal -> hurdles.add(new Hurdle(
                        "/pipeline",
                        "the deal leaves the pipeline '" + deal.pipeline() + "' for '" + after.pipeline() + "'",
                        Optional.empty())));
        way(before, after).ifPresent(way -> {
            hurdles.addAll(turns(way, before.orElseThrow(), after));
            hurdles.addAll(unmet(way, after, evidence, now));
        });
        return hurdles;
    }

    private Optional<Way> way(Optional<Opportunity> before, Opportunity after) {
        return before.filter(deal -> !samePlace(deal, after) || after.status() == OpportunityStatus.WON)
                .flatMap(deal ->
                        pipelines.named(after.pipeline(), AsOf.LATEST).map(pipeline -> Way.of(pipeline, deal, after)));
    }

    private boolean isPlaced(Opportunity deal) {
        return pipelines
                .named(deal.pipeline(), AsOf.LATEST)
                .filter(pipeline -> pipeline.place(deal.stage()) >= 0)
                .isPresent();
    }

    private static List<Hurdle> turns(Way way, Opportunity before, Opportunity after) {
        List<Hurdle> turns = new ArrayList<>();
        if (way.leadsBack()) {
            turns.add(stage("stage '" + after.stage() + "' comes before '" + before.stage() + "'"));
        }
        if (!way.skipped().isEmpty()) {
            turns.add(stage("the deal jumps over '" + String.join("', '", way.skipped()) + "'"));
        }
        return turns;
    }

    private List<Hurdle> unmet(Way way, Opportunity after, Map<String, String> evidence, Instant now) {
        if (way.criteria().isEmpty()) {
            return List.of();
        }
        StageFacts facts = new StageFacts(after, qualifications.of(after.id(), AsOf.validAt(now)));
        return way.criteria().stream()
                .filter(criterion -> !(evidence.containsKey(criterion.name()) && rules.takesEvidence(criterion)))
                .flatMap(criterion -> rules
                        .missing(criterion, facts)
                        .map(missing -> new Hurdle(
                                "/stage",
                                "'" + criterion.name() + "' is not met: " + missing,
                                Optional.of(criterion.name())))
                        .stream())
                .toList();
    }

    private static Hurdle stage(String detail) {
        return new Hurdle("/stage", detail, Optional.empty());
    }

    private static boolean samePlace(Opportunity deal, Opportunity after) {
        return deal.stage().equals(after.stage()) && deal.pipeline().equals(after.pipeline());
    }

    private FieldError unknownPipeline(Opportunity deal) {
        String there = names(pipelines.all(AsOf.LATEST).stream().map(Pipeline::key));
        return new FieldError(
                "/pipeline",
                "UNKNOWN_PIPELINE",
                "there is no pipeline with the key '" + deal.pipeline() + "'; there are " + there);
    }

    private static FieldError unknownStage(Pipeline pipeline, Opportunity deal) {
        String there = names(pipeline.stages().stream().map(Stage::name));
        return new FieldError(
                "/stage",
                "UNKNOWN_STAGE",
                "the pipeline '" + pipeline.key() + "' has no stage '" + deal.stage() + "'; it has " + there);
    }

    private static Optional<FieldError> fault(String name, String evidence, List<String> taking) {
        String pointer = "/evidence/" + name.replace("~", "~0").replace("/", "~1");
        if (!taking.contains(name)) {
            String there = taking.isEmpty() ? "none does" : names(taking.stream()) + " does";
            String detail = "no exit criterion on the way takes evidence under the name '" + name + "'; " + there;
            return Optional.of(new FieldError(pointer, "UNKNOWN_CRITERION", detail));
        }
        boolean line = !evidence.isBlank()
                && evidence.length() <= LONGEST
                && evidence.chars().noneMatch(Character::isISOControl);
        String detail = "evidence is one line of at most " + LONGEST + " characters";
        return line ? Optional.empty() : Optional.of(new FieldError(pointer, "WRONG_FORM", detail));
    }

    private static String names(Stream<String> all) {
        return "'" + String.join("', '", all.toList()) + "'";
    }
}
