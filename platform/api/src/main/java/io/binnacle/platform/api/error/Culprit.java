package io.binnacle.platform.api.error;

/** Who has to act for a failure to go away. The HTTP status follows from the culprit alone. */
public enum Culprit {
    /** The request cannot be understood. */
    MALFORMED_REQUEST(400),
    /** The request carries no valid credentials. */
    UNAUTHENTICATED(401),
    /** The caller is known but may not do this. */
    FORBIDDEN(403),
    /** What the request names does not exist. */
    NOT_FOUND(404),
    /** The resource exists but does not take this method. */
    WRONG_METHOD(405),
    /** The request contradicts the present state. */
    CONFLICT(409),
    /** The caller's copy is not the current one. */
    STALE_COPY(412),
    /** The request is larger than the route takes. */
    TOO_LARGE(413),
    /** The body is of a media type the route does not read. */
    UNSUPPORTED_MEDIA(415),
    /** The request is well formed but its content breaks a rule. */
    INVALID_CONTENT(422),
    /** The request must say which version it means to change. */
    MISSING_PRECONDITION(428),
    /** The platform failed; the caller did nothing wrong. */
    PLATFORM(500),
    /** A part of the platform is missing for the moment. */
    UNAVAILABLE(503),
    /** The disk is full. */
    OUT_OF_STORAGE(507);

    private final int status;

    Culprit(int status) {
        this.status = status;
    }

    /** The HTTP status that tells this culprit. */
    public int status() {
        return status;
    }
}
