package io.binnacle.pipeline.api;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** The failures of the pipeline. */
public enum PipelineError implements ErrorCode {
    OPPORTUNITY_NOT_FOUND(Culprit.NOT_FOUND),
    ACCOUNT_NOT_FOUND(Culprit.NOT_FOUND),
    NODE_NOT_FOUND(Culprit.NOT_FOUND),
    TARGET_NOT_FOUND(Culprit.NOT_FOUND),
    PROPOSAL_NOT_FOUND(Culprit.NOT_FOUND),
    CALENDAR_NOT_FOUND(Culprit.NOT_FOUND),
    INVALID_CALENDAR(Culprit.INVALID_CONTENT),
    PIPELINE_NOT_FOUND(Culprit.NOT_FOUND),
    INVALID_PIPELINE(Culprit.INVALID_CONTENT),
    RATE_MISSING(Culprit.INVALID_CONTENT),
    INVALID_HIERARCHY(Culprit.INVALID_CONTENT),
    HIERARCHY_CYCLE(Culprit.INVALID_CONTENT),
    ASSIGNMENT_NOT_FOUND(Culprit.NOT_FOUND),
    INVALID_ASSIGNMENT(Culprit.INVALID_CONTENT),
    ASSIGNMENT_OVERLAPS(Culprit.CONFLICT),
    INVALID_SPLIT(Culprit.INVALID_CONTENT),
    MIXED_CURRENCIES(Culprit.INVALID_CONTENT),
    INVALID_WINDOW(Culprit.MALFORMED_REQUEST),
    GATE_CLOSED(Culprit.INVALID_CONTENT),
    STATUS_CONFLICT(Culprit.CONFLICT),
    APPROVER_REQUIRED(Culprit.FORBIDDEN),
    INVALID_OPPORTUNITY(Culprit.INVALID_CONTENT),
    UNKNOWN_REFERENCE(Culprit.INVALID_CONTENT),
    ACCOUNT_CYCLE(Culprit.INVALID_CONTENT),
    UNKNOWN_FILE(Culprit.INVALID_CONTENT),
    UNREADABLE_FILE(Culprit.INVALID_CONTENT),
    MISSING_COLUMN(Culprit.INVALID_CONTENT),
    AMBIGUOUS_FILE(Culprit.INVALID_CONTENT),
    MAPPING_NOT_FOUND(Culprit.NOT_FOUND),
    INVALID_MAPPING(Culprit.INVALID_CONTENT),
    ROWS_REFUSED(Culprit.INVALID_CONTENT);

    private final Culprit culprit;

    PipelineError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
