package io.binnacle.pipeline.core.metrics;

import java.util.List;
import java.util.Map;

/**
 * Which stages are later than others.
 *
 * @param declared the stages of each pipeline that declares any, in their order
 */
record StageOrder(Map<String, List<String>> declared) {

    /** Where a pipeline declares a stage, from 0; -1 when it does not. */
    int rank(String pipeline, String stage) {
        return declared.getOrDefault(pipeline, List.of()).indexOf(stage);
    }

    boolean knows(Visit visit) {
        return rank(visit.pipeline(), visit.stage()) >= 0;
    }

    /** Whether a deal went on from one visit to another, when both stages are declared. */
    boolean isLater(Visit later, Visit earlier) {
        return later.pipeline().equals(earlier.pipeline())
                && rank(later.pipeline(), later.stage()) > rank(earlier.pipeline(), earlier.stage());
    }
}
