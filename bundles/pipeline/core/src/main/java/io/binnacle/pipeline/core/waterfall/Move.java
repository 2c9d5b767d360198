package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.WaterfallBucket;
import java.math.BigDecimal;

/** An amount that a deal puts into a bucket. */
record Move(WaterfallBucket bucket, BigDecimal amount) {}
