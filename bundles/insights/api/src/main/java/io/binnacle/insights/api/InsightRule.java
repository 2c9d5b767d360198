package io.binnacle.insights.api;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks for one kind of thing that needs attention.
 *
 * <p>Rules are stateless services that read the other services and return everything they find now: what a
 * rule no longer finds is resolved. Equal data and time give equal findings. One thread calls at a time; a
 * call may take seconds. A rule that throws is reported and leaves its earlier insights as they were.
 *
 * <p>Every implementation must pass {@code InsightRuleContract} from the test kit.
 */
@ConsumerType
public interface InsightRule {

    /** The stable name, in lower case with dashes: {@code close-date-passed}. */
    String id();

    /**
     * Everything there is to find.
     *
     * @param now what to take for the present
     * @return findings with distinct subjects
     */
    List<Finding> evaluate(Instant now);
}
