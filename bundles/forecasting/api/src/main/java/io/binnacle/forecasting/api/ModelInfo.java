package io.binnacle.forecasting.api;

/**
 * A model that is there to be used.
 *
 * @param version of its bundle, or {@link ForecastModel#VERSION}
 * @param bundle the symbolic name of the bundle that brought it
 * @param digest SHA-256, in hexadecimal, of what is in the bundle, and of {@link ForecastModel#DIGEST} where it has one:
 *     tells builds of one version apart
 */
public record ModelInfo(String id, String version, String bundle, String digest) {

    /** A model whose build nobody asks for. */
    public ModelInfo(String id, String version, String bundle) {
        this(id, version, bundle, "");
    }
}
