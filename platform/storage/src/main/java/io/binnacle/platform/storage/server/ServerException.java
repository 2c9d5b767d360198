package io.binnacle.platform.storage.server;

/** The embedded server cannot run; the message is one sentence for the person who starts the platform. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** There is no archive for this machine. */
    public static ServerException noBinaries() {
        return new ServerException("there are no PostgreSQL binaries for " + Archive.platform()
                + " in this distribution; set the url of an external database in io.binnacle.storage");
    }

    ServerException(String sentence) {
        super(sentence);
    }

    ServerException(String sentence, Throwable cause) {
        super(sentence + " (" + cause + ")", cause);
    }
}
