package io.binnacle.pipeline.api;

import static io.binnacle.pipeline.api.WaterfallBucket.CLOSING;
import static io.binnacle.pipeline.api.WaterfallBucket.DECREASED;
import static io.binnacle.pipeline.api.WaterfallBucket.FX;
import static io.binnacle.pipeline.api.WaterfallBucket.INCREASED;
import static io.binnacle.pipeline.api.WaterfallBucket.LOST;
import static io.binnacle.pipeline.api.WaterfallBucket.MOVED_EARLIER;
import static io.binnacle.pipeline.api.WaterfallBucket.NEW;
import static io.binnacle.pipeline.api.WaterfallBucket.OPENING;
import static io.binnacle.pipeline.api.WaterfallBucket.PULLED_IN;
import static io.binnacle.pipeline.api.WaterfallBucket.PUSHED;
import static io.binnacle.pipeline.api.WaterfallBucket.REINCLUDED;
import static io.binnacle.pipeline.api.WaterfallBucket.REMOVED;
import static io.binnacle.pipeline.api.WaterfallBucket.REOPENED;
import static io.binnacle.pipeline.api.WaterfallBucket.ROLLED_OVER;
import static io.binnacle.pipeline.api.WaterfallBucket.TRANSFERRED_IN;
import static io.binnacle.pipeline.api.WaterfallBucket.TRANSFERRED_OUT;
import static io.binnacle.pipeline.api.WaterfallBucket.WON;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A waterfall in the seven buckets of other tools: opening + new + pulled in + increased - decreased - won -
 * lost - pushed is closing.
 *
 * @param created new, reopened and transferred in
 * @param pulledIn pulled in, rolled over and re-included
 * @param increased with what exchange rates added
 * @param decreased with what exchange rates took
 * @param pushed out of the period in either direction, transferred out and removed
 */
public record WaterfallSummary(
        Money opening,
        @JsonProperty("new") Money created,
        Money pulledIn,
        Money increased,
        Money decreased,
        Money won,
        Money lost,
        Money pushed,
        Money closing) {

    /** The numbers of {@code node}. */
    public static WaterfallSummary of(Waterfall.Node node) {
        Money fx = node.part(FX).amount();
        return new WaterfallSummary(
                sum(node, OPENING),
                sum(node, NEW, REOPENED, TRANSFERRED_IN),
                sum(node, PULLED_IN, ROLLED_OVER, REINCLUDED),
                sum(node, INCREASED).plus(positive(fx, fx.amount())),
                sum(node, DECREASED).plus(positive(fx, fx.amount().negate())),
                sum(node, WON),
                sum(node, LOST),
                sum(node, PUSHED, MOVED_EARLIER, TRANSFERRED_OUT, REMOVED),
                sum(node, CLOSING));
    }

    private static Money sum(Waterfall.Node node, WaterfallBucket... buckets) {
        return Arrays.stream(buckets)
                .map(bucket -> node.part(bucket).amount())
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static Money positive(Money like, BigDecimal amount) {
        return new Money(amount.max(BigDecimal.ZERO), like.currency());
    }
}
