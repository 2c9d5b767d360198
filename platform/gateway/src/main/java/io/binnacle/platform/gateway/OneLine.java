package io.binnacle.platform.gateway;

/** Keeps what users send from writing lines of its own into the log. */
final class OneLine {

    private OneLine() {}

    /** {@code text} without control characters. */
    static String of(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** {@code thrown} with the same trace and causes, and messages of one line each. */
    static Throwable of(Throwable thrown) {
        return thrown == null ? null : new Copy(thrown);
    }

    private static final class Copy extends Throwable {

        private static final long serialVersionUID = 1L;

        private final String text;

        Copy(Throwable original) {
            super(null, of(original.getCause()), false, true);
            text = of(original.toString());
            setStackTrace(original.getStackTrace());
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
