package io.binnacle.platform.plugins;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** What can be wrong with a plugin, and with a catalogue of plugins. */
public enum PluginError implements ErrorCode {
    /** The file is no archive, or one that could be read in more than one way. */
    PLUGIN_ARCHIVE_INVALID(Culprit.INVALID_CONTENT),
    /** The file is larger than a plugin may be, packed or unpacked. */
    PLUGIN_ARCHIVE_TOO_LARGE(Culprit.TOO_LARGE),
    /** {@code plugin.json} says something that it must not, or does not say what it must. */
    PLUGIN_MANIFEST_INVALID(Culprit.INVALID_CONTENT),
    /** The files of the archive are not those that {@code plugin.json} lists. */
    PLUGIN_CONTENT_MISMATCH(Culprit.INVALID_CONTENT),
    /** Somebody else signed, or the signed text was changed. */
    PLUGIN_SIGNATURE_INVALID(Culprit.INVALID_CONTENT),
    /** Nobody signed, and the plugin is not on the list of those that need no signature. */
    PLUGIN_UNSIGNED(Culprit.INVALID_CONTENT),
    /** The publisher's key is not among the trusted ones. */
    PLUGIN_PUBLISHER_UNKNOWN(Culprit.INVALID_CONTENT),
    /** A bundle asks for more than plugins get. */
    PLUGIN_POLICY_VIOLATION(Culprit.INVALID_CONTENT),
    /** The plugin was made for another platform. */
    PLUGIN_INCOMPATIBLE(Culprit.CONFLICT),
    /** A key file holds no key. */
    PLUGIN_KEY_INVALID(Culprit.PLATFORM),
    /** The catalogue is damaged, or signed by nobody who is trusted. */
    CATALOGUE_INVALID(Culprit.CONFLICT),
    /** The catalogue is older than one that was seen before. */
    CATALOGUE_ROLLED_BACK(Culprit.CONFLICT),
    /** The catalogue is past its date, so somebody may be holding newer ones back. */
    CATALOGUE_EXPIRED(Culprit.CONFLICT),
    /** The catalogue leads to where this platform does not go. */
    CATALOGUE_ADDRESS_REFUSED(Culprit.CONFLICT),
    /** The catalogue, or a plugin in it, cannot be fetched. */
    CATALOGUE_UNREACHABLE(Culprit.UNAVAILABLE),
    /** No version of the plugin in the catalogue fits the platform. */
    PLUGIN_NOT_IN_CATALOGUE(Culprit.NOT_FOUND);

    private final Culprit culprit;

    PluginError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
