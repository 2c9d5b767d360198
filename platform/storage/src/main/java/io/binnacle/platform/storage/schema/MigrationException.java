package io.binnacle.platform.storage.schema;

/** A schema cannot be brought to the state that its bundle needs; the message says why and what to do. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationException(String sentence) {
        super(sentence);
    }

    MigrationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
