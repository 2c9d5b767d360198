package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.api.WaterfallBucket.LOST;
import static io.binnacle.pipeline.api.WaterfallBucket.MOVED_EARLIER;
import static io.binnacle.pipeline.api.WaterfallBucket.NEW;
import static io.binnacle.pipeline.api.WaterfallBucket.PULLED_IN;
import static io.binnacle.pipeline.api.WaterfallBucket.PUSHED;
import static io.binnacle.pipeline.api.WaterfallBucket.REINCLUDED;
import static io.binnacle.pipeline.api.WaterfallBucket.REMOVED;
import static io.binnacle.pipeline.api.WaterfallBucket.REOPENED;
import static io.binnacle.pipeline.api.WaterfallBucket.ROLLED_OVER;
import static io.binnacle.pipeline.api.WaterfallBucket.TRANSFERRED_IN;
import static io.binnacle.pipeline.api.WaterfallBucket.TRANSFERRED_OUT;
import static io.binnacle.pipeline.api.WaterfallBucket.WON;

import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.core.store.Stand;
import java.math.BigDecimal;

/** Which deals are in the pipeline of a period, and why one that is not is not. */
record Sieve(ClosingPeriod period, Valuation valuation) {

    boolean inPipe(View view) {
        return view.inScope()
                && view.stand().filter(this::isOpen).filter(this::inPeriod).isPresent()
                && counts(view);
    }

    /** Whether it was won or lost in the period, as this node's. */
    boolean closedInPeriod(View view) {
        return view.inScope()
                && view.stand()
                        .filter(stand -> !stand.deleted() && isDecided(stand) && inPeriod(stand))
                        .isPresent()
                && counts(view);
    }

    /** Why a deal that was in the pipeline is so no longer: the first reason that fits. */
    WaterfallBucket exit(View after) {
        Stand stand = after.stand().orElseThrow();
        if (isDecided(stand)) {
            return stand.status() == OpportunityStatus.WON ? WON : LOST;
        } else if (stand.deleted() || stand.status() == OpportunityStatus.CANCELLED) {
            return REMOVED;
        } else if (!after.inScope()) {
            return TRANSFERRED_OUT;
        } else if (isKeptOut(stand) || !counts(after)) {
            return REMOVED;
        }
        return isLater(stand) ? PUSHED : MOVED_EARLIER;
    }

    /** Why a deal that is in the pipeline was not: the first reason that fits. */
    WaterfallBucket entry(View before) {
        if (before.stand().isEmpty()) {
            return NEW;
        }
        Stand stand = before.stand().get();
        if (stand.status().isClosed()) {
            return REOPENED;
        } else if (!before.inScope()) {
            return TRANSFERRED_IN;
        } else if (stand.deleted() || isKeptOut(stand) || !counts(before)) {
            return REINCLUDED;
        }
        return isLater(stand) ? PULLED_IN : ROLLED_OVER;
    }

    /** Whether its amount is one that the report counts; a deal without an amount is in no currency and counts. */
    boolean counts(View view) {
        return view.stand().flatMap(Stand::amount).map(valuation::takes).orElse(true);
    }

    BigDecimal worth(View view) {
        return worthLater(view, view);
    }

    /** What its amount of then is worth to the deal as it is seen later. */
    BigDecimal worthLater(View view, View later) {
        return view.stand()
                .flatMap(Stand::amount)
                .map(amount -> valuation.worth(amount, later))
                .orElse(BigDecimal.ZERO);
    }

    private boolean isOpen(Stand stand) {
        return stand.status() == OpportunityStatus.OPEN && !stand.deleted() && !stand.omitted();
    }

    private static boolean isDecided(Stand stand) {
        return stand.status() == OpportunityStatus.WON || stand.status() == OpportunityStatus.LOST;
    }

    private static boolean isKeptOut(Stand stand) {
        return stand.omitted() || stand.status() == OpportunityStatus.ON_HOLD;
    }

    private boolean inPeriod(Stand stand) {
        return stand.closeDate().filter(period::contains).isPresent();
    }

    /** No date is later than any. */
    private boolean isLater(Stand stand) {
        return stand.closeDate().map(date -> date.isAfter(period.last())).orElse(true);
    }
}
