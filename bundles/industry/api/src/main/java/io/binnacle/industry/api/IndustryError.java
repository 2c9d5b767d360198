package io.binnacle.industry.api;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** The failures of industries. */
public enum IndustryError implements ErrorCode {
    INDUSTRY_NOT_FOUND(Culprit.NOT_FOUND),
    LEVER_NOT_FOUND(Culprit.NOT_FOUND),
    INVALID_LEVER_INPUT(Culprit.INVALID_CONTENT),
    INVALID_PACK(Culprit.INVALID_CONTENT);

    private final Culprit culprit;

    IndustryError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
