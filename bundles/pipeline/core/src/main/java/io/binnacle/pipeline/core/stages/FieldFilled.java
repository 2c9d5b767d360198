package io.binnacle.pipeline.core.stages;

import io.binnacle.pipeline.api.stages.StageFacts;
import io.binnacle.pipeline.api.stages.StageRule;
import io.binnacle.pipeline.core.store.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** A field of the deal has a value. */
@Component
public final class FieldFilled implements StageRule {

    private static final String FIELD = "field";
    private static final List<String> FIELDS =
            List.of("account", "amount", "closeDate", "nextActivity", "nextStep", "owner", "probability", "product");

    @Override
    public String id() {
        return "field-filled";
    }

    @Override
    public List<String> broken(Map<String, String> with) {
        return with.keySet().equals(Set.of(FIELD)) && FIELDS.contains(with.get(FIELD))
                ? List.of()
                : List.of("field-filled takes one word, field, which is one of " + String.join(", ", FIELDS));
    }

    @Override
    public Optional<String> missing(Map<String, String> with, StageFacts facts) {
        String field = with.get(FIELD);
        return Fields.of(facts.deal()).hasNonNull(field) ? Optional.empty() : Optional.of(field + " is empty");
    }
}
