package io.binnacle.platform.api.error;

import java.util.List;
import java.util.Objects;

/** A failure that has a name, a culprit and a sentence for a person. Thrown or logged, never both. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient List<FieldError> fields;

    PlatformException(ErrorCode code, String sentence) {
        this(code, sentence, List.of(), null);
    }

    private PlatformException(ErrorCode code, String sentence, List<FieldError> fields, Throwable cause) {
        super(sentence, cause);
        this.code = Objects.requireNonNull(code);
        this.fields = List.copyOf(fields);
    }

    /** The same failure that also names each field at fault. */
    public PlatformException at(List<FieldError> fields) {
        return new PlatformException(code, getMessage(), fields, getCause());
    }

    /** The same failure that also names the one field at fault. */
    public PlatformException at(String pointer) {
        return at(List.of(new FieldError(pointer, code.name(), getMessage())));
    }

    /** The same failure with the exception that led to it, for the log. */
    public PlatformException causedBy(Throwable cause) {
        return new PlatformException(code, getMessage(), fields, cause);
    }

    /** The stable name and the culprit. */
    public ErrorCode code() {
        return code;
    }

    /** The fields at fault; empty when the failure is not about fields. */
    public List<FieldError> fields() {
        return fields;
    }
}
