package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Stage;
import io.binnacle.platform.api.json.Json;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A deal is in a stage that is none of its pipeline's, or in a pipeline that is not there. */
@Component
public final class StageUnknown implements HygieneRule {

    @Override
    public String id() {
        return "stage-unknown";
    }

    @Override
    public Optional<Finding> check(DealFacts facts) {
        Opportunity deal = facts.deal();
        if (facts.pipeline().isEmpty()) {
            return Optional.of(
                    new Finding("there is no pipeline with the key '" + deal.pipeline() + "'", Optional.empty()));
        }
        return facts.pipeline()
                .filter(pipeline -> !pipeline.takes(deal.stage()))
                .map(pipeline -> new Finding(
                        "its pipeline has no stage '" + deal.stage() + "'",
                        like(pipeline, deal).map(stage -> proposal(deal, stage))));
    }

    /** A stage of the same name but for case and space, or else the first that is forecast alike. */
    private static Optional<Stage> like(Pipeline pipeline, Opportunity deal) {
        return pipeline.stages().stream()
                .filter(stage ->
                        stage.name().strip().equalsIgnoreCase(deal.stage().strip()))
                .findFirst()
                .or(() -> pipeline.stages().stream()
                        .filter(stage -> stage.category() == deal.category())
                        .findFirst());
    }

    private static Finding.Proposal proposal(Opportunity deal, Stage stage) {
        return new Finding.Proposal(
                Json.object().put("stage", stage.name()),
                "'" + deal.stage() + "' is no stage of the pipeline; '" + stage.name() + "' comes nearest");
    }
}
