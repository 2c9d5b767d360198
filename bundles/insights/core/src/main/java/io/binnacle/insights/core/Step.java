package io.binnacle.insights.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.insights.api.Insight;

/**
 * One insight that has to change.
 *
 * @param insight as it is afterwards, but for its version
 * @param patch what of it changes
 */
record Step(Kind kind, Insight insight, String cause, ObjectNode patch) {

    enum Kind {
        OPEN,
        REOPEN,
        UPDATE,
        RESOLVE
    }
}
