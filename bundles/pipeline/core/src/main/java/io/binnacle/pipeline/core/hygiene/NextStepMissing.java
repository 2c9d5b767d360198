package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Nobody has said what comes next; only the seller knows, so nothing is proposed. */
@Component
public final class NextStepMissing implements HygieneRule {

    @Override
    public String id() {
        return "next-step-missing";
    }

    @Override
    public Optional<Finding> check(DealFacts facts) {
        boolean said = facts.deal().nextStep().filter(step -> !step.isBlank()).isPresent();
        return said ? Optional.empty() : Optional.of(new Finding("it has no next step", Optional.empty()));
    }
}
