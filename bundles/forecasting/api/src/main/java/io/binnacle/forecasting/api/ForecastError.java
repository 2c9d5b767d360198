package io.binnacle.forecasting.api;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** The failures of forecasting. */
public enum ForecastError implements ErrorCode {
    MODEL_NOT_FOUND(Culprit.NOT_FOUND),
    HISTORY_TOO_SHORT(Culprit.INVALID_CONTENT),
    INVALID_SERIES(Culprit.INVALID_CONTENT),
    MODEL_FAILED(Culprit.PLATFORM),
    NOT_REPRODUCED(Culprit.PLATFORM),
    MODEL_REFUSED(Culprit.INVALID_CONTENT),
    NOT_PROMOTED(Culprit.CONFLICT);

    private final Culprit culprit;

    ForecastError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
