package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.DealEdit;
import io.binnacle.pipeline.api.imports.DealField;
import io.binnacle.pipeline.api.imports.ImportContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much of a deal's past some edits tell. A field without a word in them may have changed unseen: fields are
 * tracked only where somebody has switched that on, so silence proves nothing - unless the history of the deal
 * begins with the deal itself, by an edit that tells nothing else, and the field was tracked by then.
 */
record KnownPast(List<DealEdit> edits, LocalDate createdOn, ImportContext context, Tracked tracked) {

    private static final Set<DealField> WORTH = Set.of(DealField.STAGE, DealField.AMOUNT, DealField.CLOSE_DATE);

    static HistoryQuality quality(List<DealEdit> edits, DealState now, ImportContext context, Tracked tracked) {
        KnownPast known = new KnownPast(edits, now.createdOn(), context, tracked);
        if (!WORTH.stream().allMatch(known::isTold)) {
            return HistoryQuality.CURRENT_ONLY;
        }
        boolean all =
                known.isToldFromTheStart(DealField.OWNER) && WORTH.stream().allMatch(known::isToldFromTheStart);
        return all ? HistoryQuality.FULL : HistoryQuality.STAGE_ONLY;
    }

    private boolean isTold(DealField field) {
        return first(field).isPresent() || isCovered(field);
    }

    // What a first edit says was held before it, was held since the deal began.
    private boolean isToldFromTheStart(DealField field) {
        return isCovered(field)
                || first(field)
                        .filter(edit -> edit.before().containsKey(field)
                                || !context.day(edit.at()).isAfter(createdOn))
                        .isPresent();
    }

    private boolean isCovered(DealField field) {
        return edits.stream()
                .filter(edit -> edit.before().isEmpty() && edit.after().isEmpty())
                .filter(edit -> !context.day(edit.at()).isAfter(createdOn))
                .anyMatch(edit -> tracked.at(field, edit.at()));
    }

    private Optional<DealEdit> first(DealField field) {
        return edits.stream()
                .filter(edit -> edit.after().containsKey(field) && !isEnd(edit))
                .min(Comparator.comparing(DealEdit::at));
    }

    // How a deal ended is one moment of its amount and close date, not their past.
    private static boolean isEnd(DealEdit edit) {
        return edit.after().containsKey(DealField.STATUS) && !edit.after().containsKey(DealField.STAGE);
    }
}
