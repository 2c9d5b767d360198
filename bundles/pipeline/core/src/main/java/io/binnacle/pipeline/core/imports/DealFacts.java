package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.DealEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that some files tell of one deal.
 *
 * @param now how it stands, if a row tells that
 * @param edits what became of it, in any order
 */
record DealFacts(ExternalRef deal, Optional<DealState> now, List<DealEdit> edits) {

    /** The facts in some rows, by deal. */
    static List<DealFacts> of(List<Contribution> rows) {
        Map<ExternalRef, DealFacts> facts = new LinkedHashMap<>();
        for (Contribution row : rows) {
            row.presents()
                    .forEach(present -> facts.merge(
                            present.deal(),
                            new DealFacts(present.deal(), Optional.of(present.now()), List.of()),
                            DealFacts::and));
            row.edits()
                    .forEach(edit -> facts.merge(
                            edit.deal(), new DealFacts(edit.deal(), Optional.empty(), List.of(edit)), DealFacts::and));
        }
        return List.copyOf(facts.values());
    }

    private DealFacts and(DealFacts more) {
        List<DealEdit> all = new ArrayList<>(edits);
        all.addAll(more.edits);
        return new DealFacts(deal, now.or(more::now), all);
    }
}
