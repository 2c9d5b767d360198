package io.binnacle.planning.api;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** The failures of planning. */
public enum PlanError implements ErrorCode {
    PLAN_NOT_FOUND(Culprit.NOT_FOUND),
    REVISION_NOT_FOUND(Culprit.NOT_FOUND),
    STAKEHOLDER_NOT_FOUND(Culprit.NOT_FOUND),
    TEMPLATE_NOT_FOUND(Culprit.NOT_FOUND),
    PLAN_EXISTS(Culprit.CONFLICT),
    INVALID_PLAN(Culprit.INVALID_CONTENT),
    INVALID_STAKEHOLDER(Culprit.INVALID_CONTENT);

    private final Culprit culprit;

    PlanError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
