package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.api.ModelInfo;

/**
 * A forecast that adds up with those of the other nodes.
 *
 * @param model the one that forecast the node by itself
 * @param mean by step
 * @param quantiles by step, then by probability, ascending; two for each level that was asked for
 */
record ReconciledNode(Node node, ModelInfo model, double[] mean, double[][] quantiles) {}
