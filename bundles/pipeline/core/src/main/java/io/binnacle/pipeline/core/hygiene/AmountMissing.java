package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A deal has no amount, or one of 0. */
@Component
public final class AmountMissing implements HygieneRule {

    @Override
    public String id() {
        return "amount-missing";
    }

    @Override
    public Optional<Finding> check(DealFacts facts) {
        boolean valued = facts.deal()
                .amount()
                .filter(amount -> amount.amount().signum() > 0)
                .isPresent();
        return valued ? Optional.empty() : Optional.of(new Finding("it has no amount above 0", Optional.empty()));
    }
}
