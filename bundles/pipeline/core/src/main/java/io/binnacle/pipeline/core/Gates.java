package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.api.PipelineError.GATE_CLOSED;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.qualification.DealGate;
import io.binnacle.pipeline.api.qualification.Obstacle;
import io.binnacle.pipeline.core.stages.Cause;
import io.binnacle.pipeline.core.stages.StageGate;
import io.binnacle.platform.api.error.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The gates that are there, through which each change by a person has to go. */
@Component(service = Gates.class)
public final class Gates {

    private static final String STAGES = "stages";

    /** A change that is to go through. */
    record Step(
            Optional<Opportunity> before,
            Opportunity after,
            Instant now,
            String reason,
            Map<String, String> evidence) {}

    private record Closed(String gate, Obstacle obstacle, Optional<String> criterion) {}

    private final Set<DealGate> gates = new CopyOnWriteArraySet<>();
    private final Optional<StageGate> stages;

    @Activate
    public Gates(@Reference StageGate stages) {
        this.stages = Optional.of(stages);
    }

    /** Only the gates that are added, and no stages. */
    public Gates() {
        this.stages = Optional.empty();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addGate(DealGate gate) {
        gates.add(gate);
    }

    void removeGate(DealGate gate) {
        gates.remove(gate);
    }

    /**
     * The cause under which a change is recorded: the caller's, with the gates and criteria it overrides.
     *
     * @param otherwise the cause when the caller gives none
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT when the pipeline, stage or criterion
     *     that is named is not there, GATE_CLOSED when a gate is closed and the caller may not, or does not, say why
     *     the change is made all the same
     */
    String pass(Step step, String otherwise) {
        stages.ifPresent(gate -> Edit.refuse(gate.impossible(step.before(), step.after(), step.evidence())));
        List<Closed> closed = closed(step);
        boolean overridable = closed.stream().allMatch(one -> one.obstacle().overridable());
        if (!closed.isEmpty() && (step.reason().isBlank() || !overridable)) {
            throw GATE_CLOSED
                    .because(
                            "nothing was changed: %s%s",
                            closed.get(0).obstacle().detail(),
                            overridable ? "; say in ?reason= why it is so all the same" : "")
                    .at(closed.stream().map(Gates::error).toList());
        }
        return new Cause(
                        step.evidence(),
                        closed.stream().map(Closed::gate).distinct().toList(),
                        closed.stream().flatMap(one -> one.criterion().stream()).toList(),
                        step.reason().isBlank() ? otherwise : step.reason())
                .line();
    }

    private List<Closed> closed(Step step) {
        List<Closed> closed = new ArrayList<>();
        gates.stream().sorted(Comparator.comparing(DealGate::id)).forEach(gate -> gate.obstacles(
                        step.before(), step.after(), step.now())
                .forEach(obstacle -> closed.add(new Closed(gate.id(), obstacle, Optional.empty()))));
        stages.ifPresent(gate -> gate.hurdles(step.before(), step.after(), step.evidence(), step.now())
                .forEach(hurdle -> closed.add(new Closed(
                        STAGES, new Obstacle(hurdle.pointer(), hurdle.detail(), true), hurdle.criterion()))));
        return closed;
    }

    private static FieldError error(Closed closed) {
        return new FieldError(
                closed.obstacle().pointer(),
                GATE_CLOSED.name(),
                closed.gate() + ": " + closed.obstacle().detail());
    }
}
