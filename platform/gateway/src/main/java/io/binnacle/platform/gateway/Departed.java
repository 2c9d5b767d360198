package io.binnacle.platform.gateway;

/** Thrown when a request reaches a module that has just left: the newest table has to answer it. */
final class Departed extends RuntimeException {

    /** The request attribute that says so to the switch. */
    static final String KEY = Departed.class.getName();

    private static final long serialVersionUID = 1L;

    Departed() {
        super("the module has left", null, false, false);
    }
}
