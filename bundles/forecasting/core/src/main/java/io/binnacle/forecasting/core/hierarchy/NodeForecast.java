package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.api.ModelInfo;

/**
 * The forecast of a node by itself, before anything adds up.
 *
 * @param deviation by step, how far the model itself says that it may err: as a standard deviation
 * @param errors what came less what the same model had forecast for one period ahead, origin by origin
 */
record NodeForecast(ModelInfo model, double[] mean, double[] deviation, double[] errors) {}
