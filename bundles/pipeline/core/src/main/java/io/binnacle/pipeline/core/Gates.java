package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.api.PipelineError.GATE_CLOSED;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.qualification.DealGate;
import io.binnacle.pipeline.api.qualification.Obstacle;
import io.binnacle.platform.api.error.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The gates that are there, through which each change by a person has to go. */
@Component(service = Gates.class)
public final class Gates {

    private record Closed(String gate, Obstacle obstacle) {}

    private final Set<DealGate> gates = new CopyOnWriteArraySet<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addGate(DealGate gate) {
        gates.add(gate);
    }

    void removeGate(DealGate gate) {
        gates.remove(gate);
    }

    /**
     * The cause under which a change is recorded: the caller's, with the gates it overrides.
     *
     * @throws io.binnacle.platform.api.error.PlatformException GATE_CLOSED when a gate is closed and the caller
     *     may not, or does not, say why the change is made all the same
     */
    String pass(Optional<Opportunity> before, Opportunity after, Instant now, String reason, String otherwise) {
        List<Closed> closed = closed(before, after, now);
        if (closed.isEmpty()) {
            return reason.isBlank() ? otherwise : reason;
        }
        boolean overridable = closed.stream().allMatch(one -> one.obstacle().overridable());
        if (reason.isBlank() || !overridable) {
            throw GATE_CLOSED
                    .because(
                            "nothing was changed: %s%s",
                            closed.get(0).obstacle().detail(),
                            overridable ? "; say in ?reason= why it is so all the same" : "")
                    .at(closed.stream().map(Gates::error).toList());
        }
        return "override of "
                + String.join(", ", closed.stream().map(Closed::gate).distinct().toList()) + ": " + reason;
    }

    private List<Closed> closed(Optional<Opportunity> before, Opportunity after, Instant now) {
        List<Closed> closed = new ArrayList<>();
        gates.stream().sorted(Comparator.comparing(DealGate::id)).forEach(gate -> gate.obstacles(before, after, now)
                .forEach(obstacle -> closed.add(new Closed(gate.id(), obstacle))));
        return closed;
    }

    private static FieldError error(Closed closed) {
        return new FieldError(
                closed.obstacle().pointer(),
                GATE_CLOSED.name(),
                closed.gate() + ": " + closed.obstacle().detail());
    }
}
