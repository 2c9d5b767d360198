package io.binnacle.pipeline.core.stages;

import static io.binnacle.pipeline.api.PipelineError.INVALID_PIPELINE;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.stages.ExitCriterion;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Stage;
import io.binnacle.platform.api.error.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a pipeline must be like. */
final class PipelineRules {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 50;

    private final StageRules known;
    private final Set<String> stages = new HashSet<>();
    private final Set<String> criteria = new HashSet<>();
    private final List<FieldError> broken = new ArrayList<>();

    private PipelineRules(StageRules known) {
        this.known = known;
    }

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_PIPELINE with all fields at fault */
    static void check(Pipeline pipeline, StageRules known) {
        PipelineRules rules = new PipelineRules(known);
        rules.pipeline(pipeline);
        if (!rules.broken.isEmpty()) {
            throw INVALID_PIPELINE
                    .because("%s", "nothing was changed: " + rules.broken.get(0).detail())
                    .at(rules.broken);
        }
    }

    private void pipeline(Pipeline pipeline) {
        line("/key", pipeline.key(), LONGEST_KEY);
        line("/name", pipeline.name(), LONGEST_NAME);
        check(pipeline.stages().size() <= MOST, "/stages", "TOO_LONG", "a pipeline has at most " + MOST + " stages");
        for (int i = 0; i < pipeline.stages().size(); i++) {
            stage("/stages/" + i, pipeline.stages().get(i));
        }
    }

    private void stage(String at, Stage stage) {
        line(at + "/name", stage.name(), LONGEST_NAME);
        check(stages.add(stage.name()), at + "/name", "TWICE", "the stage '" + stage.name() + "' is there twice");
        check(
                stage.category() != ForecastCategory.CLOSED,
                at + "/category",
                "CATEGORY_CONFLICT",
                "category CLOSED belongs to won deals, not to a stage");
        check(fraction(stage.probability()), at + "/probability", "WRONG_FORM", "probability is a number from 0 to 1");
        check(
                stage.exitCriteria().size() <= MOST,
                at + "/exitCriteria",
                "TOO_LONG",
                "a stage has at most " + MOST + " exit criteria");
        for (int i = 0; i < stage.exitCriteria().size(); i++) {
            criterion(at + "/exitCriteria/" + i, stage.exitCriteria().get(i));
        }
    }

    private void criterion(String at, ExitCriterion criterion) {
        line(at + "/name", criterion.name(), LONGEST_NAME);
        check(
                criteria.add(criterion.name()),
                at + "/name",
                "TWICE",
                "the criterion '" + criterion.name() + "' is there twice in the pipeline");
        known.rule(criterion.rule())
                .ifPresentOrElse(
                        rule -> rule.broken(criterion.with())
                                .forEach(detail -> check(false, at + "/with", "WRONG_FORM", detail)),
                        () -> check(
                                false,
                                at + "/rule",
                                "UNKNOWN_RULE",
                                "there is no rule of this name; there are " + String.join(", ", known.ids())));
    }

    private static boolean fraction(Optional<BigDecimal> probability) {
        return probability
                .filter(value -> value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)
                .isEmpty();
    }

    private void line(String at, String text, int longest) {
        boolean line =
                !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
        check(line, at, "WRONG_FORM", at + " must be one line of at most " + longest + " characters");
    }

    private void check(boolean holds, String pointer, String code, String detail) {
        if (!holds) {
            broken.add(new FieldError(pointer, code, detail));
        }
    }
}
