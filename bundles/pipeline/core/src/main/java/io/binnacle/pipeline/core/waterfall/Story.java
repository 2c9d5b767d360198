package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.api.WaterfallBucket.CLOSING;
import static io.binnacle.pipeline.api.WaterfallBucket.DECREASED;
import static io.binnacle.pipeline.api.WaterfallBucket.FX;
import static io.binnacle.pipeline.api.WaterfallBucket.INCREASED;
import static io.binnacle.pipeline.api.WaterfallBucket.LOST;
import static io.binnacle.pipeline.api.WaterfallBucket.OPENING;
import static io.binnacle.pipeline.api.WaterfallBucket.WON;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.WaterfallBucket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node tells of one deal from its first view of it to the last: the moves by which the deal's part of the
 * opening pipeline becomes its part of the closing one.
 */
final class Story {

    private final Sieve sieve;
    private final List<Move> moves = new ArrayList<>();

    private Story(Sieve sieve) {
        this.sieve = sieve;
    }

    /** @param views in the order of time, two at least */
    static List<Move> of(List<View> views, Sieve sieve) {
        Story story = new Story(sieve);
        View first = views.get(0);
        View last = views.get(views.size() - 1);
        if (sieve.inPipe(first)) {
            story.add(OPENING, sieve.worth(first));
        }
        for (int i = 1; i < views.size(); i++) {
            story.step(views.get(i - 1), views.get(i));
        }
        if (sieve.inPipe(last)) {
            story.add(CLOSING, sieve.worth(last));
        }
        return story.moves;
    }

    private void step(View before, View after) {
        boolean was = sieve.inPipe(before);
        boolean is = sieve.inPipe(after);
        if (was && is) {
            change(before, after, sieve.worth(after));
        } else if (was) {
            leave(before, after);
        } else if (is) {
            add(sieve.entry(before), sieve.worth(after));
        } else if (closedMeanwhile(before, after)) {
            add(sieve.entry(before), sieve.worth(after));
            add(closed(after), sieve.worth(after));
        }
    }

    /** It leaves with its last amount, so that what is won is what was booked; the change since stands apart. */
    private void leave(View before, View after) {
        BigDecimal amount = sieve.counts(after) ? sieve.worth(after) : sieve.worthLater(before, after);
        change(before, after, amount);
        add(sieve.exit(after), amount);
    }

    private void change(View before, View after, BigDecimal now) {
        BigDecimal then = sieve.worthLater(before, after);
        BigDecimal byRates = then.subtract(sieve.worth(before));
        BigDecimal change = now.subtract(then);
        if (byRates.signum() != 0) {
            add(FX, byRates);
        }
        if (change.signum() > 0) {
            add(INCREASED, change);
        } else if (change.signum() < 0) {
            add(DECREASED, change.negate());
        }
    }

    private boolean closedMeanwhile(View before, View after) {
        return before.stand().map(stand -> !stand.status().isClosed()).orElse(true) && sieve.closedInPeriod(after);
    }

    private static WaterfallBucket closed(View after) {
        return after.stand().orElseThrow().status() == OpportunityStatus.WON ? WON : LOST;
    }

    private void add(WaterfallBucket bucket, BigDecimal amount) {
        moves.add(new Move(bucket, amount));
    }
}
