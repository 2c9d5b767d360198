package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** What can go wrong with a plugin whose file is right. */
public enum LifecycleError implements ErrorCode {
    PLUGIN_NOT_FOUND(Culprit.NOT_FOUND),
    PLUGIN_ALREADY_INSTALLED(Culprit.CONFLICT),
    PLUGIN_VERSION_NOT_NEWER(Culprit.CONFLICT),
    PLUGIN_UNRESOLVED(Culprit.CONFLICT),
    PLUGIN_HAS_DEPENDENTS(Culprit.CONFLICT),
    PLUGIN_QUARANTINED(Culprit.CONFLICT),
    PLUGIN_CONFIG_INVALID(Culprit.INVALID_CONTENT),
    NO_PREVIOUS_VERSION(Culprit.CONFLICT),
    GENERATION_NOT_FOUND(Culprit.NOT_FOUND),
    PLUGIN_START_FAILED(Culprit.CONFLICT),
    PLUGIN_HANGS(Culprit.CONFLICT),
    PLUGIN_UNHEALTHY(Culprit.CONFLICT),
    /** It works, but those who take in what it brings do not take it. */
    PLUGIN_REFUSED(Culprit.INVALID_CONTENT);

    private final Culprit culprit;

    LifecycleError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
