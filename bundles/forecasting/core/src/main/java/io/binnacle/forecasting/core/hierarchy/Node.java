package io.binnacle.forecasting.core.hierarchy;

import java.util.Map;

/**
 * A series of the hierarchy: a sum, or one that sums nothing.
 *
 * @param level the name of its {@link Level}
 * @param groups what its parts have in common
 */
record Node(String id, String level, Map<String, String> groups) {}
