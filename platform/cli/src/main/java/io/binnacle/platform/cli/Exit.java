package io.binnacle.platform.cli;

/** What a command leaves behind for scripts; 2 is picocli's for a command that was not understood. */
final class Exit {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int NOT_RUNNING = 3;
    static final int NOT_READY = 4;

    private Exit() {}
}
