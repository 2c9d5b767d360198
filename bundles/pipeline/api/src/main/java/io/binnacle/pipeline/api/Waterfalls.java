package io.binnacle.pipeline.api;

import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the pipeline went from one instant to another. Any thread may call.
 *
 * <p>Every method fails with INVALID_WINDOW when the window ends before it begins, with NODE_NOT_FOUND when the
 * node was there neither at its start nor at its end, with MIXED_CURRENCIES when neither a currency nor a rate
 * policy is given and the deals are in several, and with RATE_MISSING when a deal cannot be converted.
 */
@ProviderType
public interface Waterfalls {

    /**
     * The waterfall at a node and at those below it.
     *
     * @param levels how many levels below the node are told; empty for all of them. Those that are not told are
     *     checked all the same.
     */
    Waterfall waterfall(WaterfallQuery query, OptionalInt levels);

    /** The waterfall at a node alone, with where each bucket's amount came from or went. */
    WaterfallFlow flow(WaterfallQuery query);

    /** The deals of one bucket at a node: the largest part first, then by id. */
    Page<WaterfallDeal> deals(WaterfallQuery query, WaterfallBucket bucket, Paging paging);

    /** The deals of one link of the flow at a node: the largest part first, then by id; none when there is no such link. */
    Page<WaterfallDeal> deals(WaterfallQuery query, WaterfallBucket source, WaterfallBucket target, Paging paging);
}
