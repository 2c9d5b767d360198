package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import io.binnacle.platform.api.json.Json;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A deal is on hold and is still forecast to come. */
@Component
public final class HeldButForecast implements HygieneRule {

    @Override
    public String id() {
        return "held-but-forecast";
    }

    @Override
    public Optional<Finding> check(DealFacts facts) {
        ForecastCategory category = facts.deal().category();
        if (facts.deal().status() != OpportunityStatus.ON_HOLD || category.compareTo(ForecastCategory.BEST_CASE) < 0) {
            return Optional.empty();
        }
        String detail = "it is on hold and its category is " + category;
        return Optional.of(new Finding(
                detail,
                Optional.of(new Finding.Proposal(
                        Json.object().put("category", ForecastCategory.PIPELINE.name()), detail))));
    }
}
