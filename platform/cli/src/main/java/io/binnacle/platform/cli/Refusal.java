package io.binnacle.platform.cli;

/** A command that cannot be done, told in words that need no stack trace. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refusal(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    static Refusal failed(String sentence, Object... arguments) {
        return new Refusal(Exit.FAILED, String.format(sentence, arguments));
    }

    int exitCode() {
        return exitCode;
    }
}
