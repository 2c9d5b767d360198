package io.binnacle.platform.api.error;

import java.util.Locale;

/**
 * A stable name for one kind of failure; implement it by an enum whose constants are the names.
 *
 * <p>Codes are part of the API: clients branch on {@link #name()}, so a code is never renamed or reused.
 */
public interface ErrorCode {

    /** The stable name, in upper case with underscores: {@code MODEL_NOT_FOUND}. */
    String name();

    /** Who has to act. */
    Culprit culprit();

    /**
     * The failure to throw, with a sentence that says what was wrong, where, and what to do.
     *
     * @param sentence a {@link String#format} pattern; numbers and dates are formatted alike everywhere
     */
    default PlatformException because(String sentence, Object... arguments) {
        return new PlatformException(this, String.format(Locale.ROOT, sentence, arguments));
    }
}
