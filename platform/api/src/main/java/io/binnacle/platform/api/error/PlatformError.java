package io.binnacle.platform.api.error;

/** The failures that every part of the platform shares. */
public enum PlatformError implements ErrorCode {
    MALFORMED_JSON(Culprit.MALFORMED_REQUEST),
    MALFORMED_REQUEST(Culprit.MALFORMED_REQUEST),
    INVALID_PARAMETER(Culprit.MALFORMED_REQUEST),
    AUTHENTICATION_REQUIRED(Culprit.UNAUTHENTICATED),
    ROLE_REQUIRED(Culprit.FORBIDDEN),
    ROUTE_NOT_FOUND(Culprit.NOT_FOUND),
    ENTITY_NOT_FOUND(Culprit.NOT_FOUND),
    METHOD_NOT_ALLOWED(Culprit.WRONG_METHOD),
    CONFLICT(Culprit.CONFLICT),
    STALE_VERSION(Culprit.STALE_COPY),
    BODY_TOO_LARGE(Culprit.TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(Culprit.UNSUPPORTED_MEDIA),
    INVALID_CONTENT(Culprit.INVALID_CONTENT),
    PRECONDITION_REQUIRED(Culprit.MISSING_PRECONDITION),
    INTERNAL_ERROR(Culprit.PLATFORM),
    NOT_READY(Culprit.UNAVAILABLE),
    DATABASE_UNAVAILABLE(Culprit.UNAVAILABLE),
    DISK_FULL(Culprit.OUT_OF_STORAGE);

    private final Culprit culprit;

    PlatformError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
