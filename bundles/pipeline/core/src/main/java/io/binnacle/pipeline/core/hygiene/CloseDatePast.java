package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import io.binnacle.platform.api.json.Json;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The close date of a deal that is not closed lies behind. */
@Component
public final class CloseDatePast implements HygieneRule {

    @Override
    public String id() {
        return "close-date-past";
    }

    @Override
    public Optional<Finding> check(DealFacts facts) {
        return facts.deal()
                .closeDate()
                .filter(date -> date.isBefore(facts.today()))
                .map(date -> new Finding(
                        "it was to close on " + date,
                        Optional.of(new Finding.Proposal(
                                Json.object().put("closeDate", facts.monthEnd().toString()),
                                "the close date " + date + " has passed; the end of this month is the next one"))));
    }
}
