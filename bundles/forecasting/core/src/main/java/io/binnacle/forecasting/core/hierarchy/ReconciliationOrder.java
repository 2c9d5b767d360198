package io.binnacle.forecasting.core.hierarchy;

import java.util.List;
import java.util.Optional;

/**
 * How a hierarchy is to be forecast.
 *
 * @param levels of the prediction intervals, ascending, as probabilities; empty for none
 * @param model the model's id; empty for the platform's choice, node by node
 */
record ReconciliationOrder(Method method, int horizon, List<Double> levels, Optional<String> model, long seed) {

    /** Where nobody gives one. */
    static final long SEED = 42;

    /** Whether anything depends on how wrong the forecasts were in the past. */
    boolean needsErrors() {
        return method.learnsFromErrors() || !levels.isEmpty();
    }
}
