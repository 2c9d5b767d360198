package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Waterfall.Limit;
import io.binnacle.pipeline.core.store.DealPath;
import java.util.ArrayList;
import java.util.List;

/** Counts the deals of a report of which less is known than it needs. For one thread. */
final class Limits {

    private long unowned;
    private long current;
    private long unvalued;

    void note(DealPath path) {
        if (path.quality() == HistoryQuality.STAGE_ONLY) {
            unowned++;
        } else if (path.quality() == HistoryQuality.CURRENT_ONLY) {
            current++;
        }
        if (path.last().flatMap(stand -> stand.amount()).isEmpty()) {
            unvalued++;
        }
    }

    List<Limit> found() {
        List<Limit> limits = new ArrayList<>();
        add(
                "OWNER_HISTORY_UNKNOWN",
                unowned,
                "Who owned them before is not known: they count with their present owner all along, and transfers"
                        + " before they were brought in do not show.",
                limits);
        add(
                "HISTORY_UNKNOWN",
                current,
                "Of their past stages, amounts and close dates not all are known: what became of them before they were"
                        + " brought in shows in part or not at all.",
                limits);
        add("NO_AMOUNT", unvalued, "They have no amount and count with nothing.", limits);
        return limits;
    }

    private static void add(String code, long deals, String detail, List<Limit> limits) {
        if (deals > 0) {
            limits.add(new Limit(code, deals, detail));
        }
    }
}
