package io.binnacle.forecasting.core.hierarchy;

import java.util.Map;

/**
 * A series that sums nothing.
 *
 * @param groups what it belongs to, by the names of the {@link Structure}
 */
record BottomSeries(String id, double[] values, Map<String, String> groups) {}
