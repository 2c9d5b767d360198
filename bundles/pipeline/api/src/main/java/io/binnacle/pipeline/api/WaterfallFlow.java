package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.util.List;

/**
 * The same waterfall as a flow: what came from where and went where. The links out of a source add up to its
 * bucket, those into a target to its own; what became less because of exchange rates flows into
 * {@code fx}, what became more flows out of it.
 *
 * @param waterfall the answer it was made of, without the nodes below its top
 * @param links by source and target, both in the order of the buckets
 */
public record WaterfallFlow(Waterfall waterfall, List<Link> links) {

    public WaterfallFlow {
        links = List.copyOf(links);
    }

    /**
     * An amount that went from one bucket to another.
     *
     * @param count of deals with a share in it
     */
    public record Link(WaterfallBucket source, WaterfallBucket target, Money amount, long count) {}
}
