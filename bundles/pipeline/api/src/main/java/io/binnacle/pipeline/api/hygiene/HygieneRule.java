package io.binnacle.pipeline.api.hygiene;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks for one kind of flaw in a deal that is open or on hold. Register it as a service and it counts.
 *
 * <p>A rule is stateless, never writes, and answers from what it is given alone: equal facts give equal findings.
 * Any thread may call; a call takes microseconds, for it is made for every deal. A rule that throws makes the report
 * fail.
 *
 * <p>Every implementation must pass {@code HygieneRuleContract} from the test kit.
 */
@ConsumerType
public interface HygieneRule {

    /** The stable name, in lower case with dashes: {@code close-date-past}. */
    String id();

    /** What is wrong with a deal; empty when nothing is. */
    Optional<Finding> check(DealFacts facts);
}
