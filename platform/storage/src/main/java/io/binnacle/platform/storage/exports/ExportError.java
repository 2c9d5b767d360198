package io.binnacle.platform.storage.exports;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** The failures of exports and restores. */
enum ExportError implements ErrorCode {
    EXPORT_NOT_FOUND(Culprit.NOT_FOUND),
    ARCHIVE_UNREADABLE(Culprit.INVALID_CONTENT),
    ARCHIVE_TOO_NEW(Culprit.INVALID_CONTENT),
    ARCHIVE_DAMAGED(Culprit.INVALID_CONTENT);

    private final Culprit culprit;

    ExportError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
