package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.core.store.Stand;
import java.time.Instant;
import java.util.Optional;

/**
 * A deal at an instant, as a node of the hierarchy sees it.
 *
 * @param stand how it stood; empty when there was none
 * @param inScope whether its owner is the node or below it
 */
record View(Optional<Stand> stand, Instant at, boolean inScope) {}
