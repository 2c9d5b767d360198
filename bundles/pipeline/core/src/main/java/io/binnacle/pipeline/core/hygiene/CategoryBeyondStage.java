package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import io.binnacle.platform.api.json.Json;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A deal is forecast as surer than its stage is; a seller who is more careful than the stage is none of our business. */
@Component
public final class CategoryBeyondStage implements HygieneRule {

    @Override
    public String id() {
        return "category-beyond-stage";
    }

    @Override
    public Optional<Finding> check(DealFacts facts) {
        ForecastCategory category = facts.deal().category();
        return facts.pipeline()
                .flatMap(pipeline -> pipeline.stage(facts.deal().stage()))
                .filter(stage -> category.compareTo(stage.category()) > 0)
                .map(stage -> {
                    String detail = "its category is " + category + " and stage '" + stage.name() + "' stands for "
                            + stage.category();
                    return new Finding(
                            detail,
                            Optional.of(new Finding.Proposal(
                                    Json.object()
                                            .put("category", stage.category().name()),
                                    detail)));
                });
    }
}
