package io.binnacle.forecasting.api;

/**
 * A model that is there to be used.
 *
 * @param version of its bundle
 * @param bundle the symbolic name of the bundle that brought it
 */
public record ModelInfo(String id, String version, String bundle) {}
