package io.binnacle.pipeline.api.stages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges exit criteria of one kind. Register it as a service, and criteria may name it.
 *
 * <p>A rule is stateless, never writes, and answers from what it is given alone. Any thread may call, within the
 * transaction of the change that is judged. A rule that throws refuses the change.
 */
@ConsumerType
public interface StageRule {

    /** The stable name, in lower case with dashes: {@code field-filled}. */
    String id();

    /** What is wrong with the words of a criterion, one sentence each; empty when the rule can judge by them. */
    List<String> broken(Map<String, String> with);

    /** What is missing, in one sentence for a person; empty when the criterion is met. */
    Optional<String> missing(Map<String, String> with, StageFacts facts);

    /** Whether evidence that comes with a move meets a criterion for which something is missing. */
    default boolean takesEvidence() {
        return false;
    }
}
