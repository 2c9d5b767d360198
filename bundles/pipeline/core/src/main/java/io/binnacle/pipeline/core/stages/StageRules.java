package io.binnacle.pipeline.core.stages;

import io.binnacle.pipeline.api.stages.ExitCriterion;
import io.binnacle.pipeline.api.stages.StageFacts;
import io.binnacle.pipeline.api.stages.StageRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The rules that are there, by which exit criteria are judged. */
@Component(service = StageRules.class)
public final class StageRules {

    private final Set<StageRule> rules = new CopyOnWriteArraySet<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRule(StageRule rule) {
        rules.add(rule);
    }

    void removeRule(StageRule rule) {
        rules.remove(rule);
    }

    /** The ids of the rules, in their order. */
    List<String> ids() {
        return rules.stream().map(StageRule::id).sorted().toList();
    }

    Optional<StageRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What a deal lacks; a criterion whose rule has gone is not known to be met. */
    Optional<String> missing(ExitCriterion criterion, StageFacts facts) {
        return rule(criterion.rule())
                .map(rule -> rule.missing(criterion.with(), facts))
                .orElseGet(() -> Optional.of("its rule '" + criterion.rule() + "' is not here to judge it"));
    }

    /** Whether evidence that comes with a move meets a criterion. */
    boolean takesEvidence(ExitCriterion criterion) {
        return rule(criterion.rule()).filter(StageRule::takesEvidence).isPresent();
    }
}
