package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** What keeps a journal from taking in another one. */
enum JournalError implements ErrorCode {
    INSTANCE_NOT_EMPTY(Culprit.CONFLICT);

    private final Culprit culprit;

    JournalError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
