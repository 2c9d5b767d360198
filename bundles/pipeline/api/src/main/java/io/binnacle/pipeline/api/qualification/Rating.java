package io.binnacle.pipeline.api.qualification;

import java.util.List;

/**
 * How far one element is known.
 *
 * @param score from 0, nothing, to 3, confirmed by the customer; 2 and more need evidence, 3 needs the customer's
 */
public record Rating(int score, List<Proof> evidence) {

    public Rating {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
