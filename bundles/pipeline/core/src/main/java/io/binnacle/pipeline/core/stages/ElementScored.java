package io.binnacle.pipeline.core.stages;

import io.binnacle.pipeline.api.qualification.Element;
import io.binnacle.pipeline.api.stages.StageFacts;
import io.binnacle.pipeline.api.stages.StageRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** An element of MEDDPICC counts for at least so much, evidence and its age taken into account. */
@Component
public final class ElementScored implements StageRule {

    private static final String ELEMENT = "element";
    private static final String LEAST = "least";
    private static final Set<String> SCORES = Set.of("1", "2", "3");
    private static final List<String> ELEMENTS =
            Arrays.stream(Element.values()).map(Element::name).toList();

    @Override
    public String id() {
        return "element-scored";
    }

    @Override
    public List<String> broken(Map<String, String> with) {
        boolean whole = with.keySet().equals(Set.of(ELEMENT, LEAST));
        return whole && ELEMENTS.contains(with.get(ELEMENT)) && SCORES.contains(with.get(LEAST))
                ? List.of()
                : List.of("element-scored takes two words: element, one of " + String.join(", ", ELEMENTS)
                        + ", and least, which is 1, 2 or 3");
    }

    @Override
    public Optional<String> missing(Map<String, String> with, StageFacts facts) {
        int least = Integer.parseInt(with.get(LEAST));
        Element element = Element.valueOf(with.get(ELEMENT));
        int score = facts.qualification().scores().getOrDefault(element, 0);
        return score >= least
                ? Optional.empty()
                : Optional.of(element + " needs at least " + least + " and has " + score);
    }
}
