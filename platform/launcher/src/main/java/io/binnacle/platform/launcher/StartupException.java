package io.binnacle.platform.launcher;

/** Why the platform cannot start, in a sentence that says what to do. */
final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupException(String sentence) {
        super(sentence);
    }
}
