package io.binnacle.forecasting.api;

/**
 * A model that is there to be used.
 *
 * @param version of its bundle
 * @param bundle the symbolic name of the bundle that brought it
 * @param digest SHA-256, in hexadecimal, of what is in the bundle: tells builds of one version apart
 */
public record ModelInfo(String id, String version, String bundle, String digest) {

    /** A model whose build nobody asks for. */
    public ModelInfo(String id, String version, String bundle) {
        this(id, version, bundle, "");
    }
}
