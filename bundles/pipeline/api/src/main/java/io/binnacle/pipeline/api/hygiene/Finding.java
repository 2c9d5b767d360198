package io.binnacle.pipeline.api.hygiene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/**
 * A flaw of one deal.
 *
 * @param detail one sentence for a person
 * @param proposal what might be done; nothing is ever done by itself
 */
public record Finding(String detail, Optional<Proposal> proposal) {

    public Finding {
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * A change that would mend the flaw.
     *
     * @param patch the fields to change, as a JSON Merge Patch
     * @param why stands in the journal when somebody accepts it
     */
    public record Proposal(ObjectNode patch, String why) {}
}
