package io.binnacle.pipeline.api.qualification;

import io.binnacle.pipeline.api.Opportunity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A condition on changes of opportunities that people make. Register it as a service; imports tell what has
 * happened elsewhere and pass no gate.
 *
 * <p>A gate reads and never writes, answers equal questions alike, and looks only at what changes: a deal that
 * stands beyond a gate already is not held up by it. It is called within the change's transaction, on any thread. A
 * gate that throws refuses the change.
 *
 * <p>Every implementation must pass {@code DealGateContract} from the test kit.
 */
@ConsumerType
public interface DealGate {

    /** The stable name, in lower case with dashes: {@code commit}. */
    String id();

    /**
     * What stands against a change.
     *
     * @param before the deal as it is; empty for a new one
     * @param after as it is to be
     * @param now what to take for the present
     */
    List<Obstacle> obstacles(Optional<Opportunity> before, Opportunity after, Instant now);
}
