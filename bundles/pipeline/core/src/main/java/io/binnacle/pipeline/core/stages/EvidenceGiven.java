package io.binnacle.pipeline.core.stages;

import io.binnacle.pipeline.api.stages.StageFacts;
import io.binnacle.pipeline.api.stages.StageRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Nothing but evidence shows that it is so, such as a signed paper. */
@Component
public final class EvidenceGiven implements StageRule {

    @Override
    public String id() {
        return "evidence";
    }

    @Override
    public List<String> broken(Map<String, String> with) {
        return with.isEmpty() ? List.of() : List.of("evidence takes no words");
    }

    @Override
    public Optional<String> missing(Map<String, String> with, StageFacts facts) {
        return Optional.of("no evidence is given");
    }

    @Override
    public boolean takesEvidence() {
        return true;
    }
}
