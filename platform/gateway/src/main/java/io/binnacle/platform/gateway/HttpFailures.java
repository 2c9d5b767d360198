package io.binnacle.platform.gateway;

import io.binnacle.platform.api.error.PlatformError;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/** Failures that are known by their HTTP status alone: Javalin's, and those of the web server itself. */
final class HttpFailures {

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "the request is not valid HTTP or is cut off; check how it was put together",
            408, "the request took too long to arrive; send it again",
            413, "the body is larger than this route takes; send less at a time",
            414, "the address is too long; move parameters into the body or leave some out",
            431, "the headers are too large; send fewer or shorter ones",
            505, "this speaks HTTP/1.1; send the request in that version");

    private HttpFailures() {}

    /** What the web server means by {@code thrown}; empty when it is none of its own exceptions. */
    static Optional<Problem> of(Throwable thrown, String instance) {
        HttpException failure = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException inner) {
                failure = inner;
            } else if (failure != null && isMultipartLimit(cause)) {
                return Optional.of(problem(HttpStatus.PAYLOAD_TOO_LARGE_413, null, instance));
            }
        }
        return Optional.ofNullable(failure).map(known -> problem(known.getCode(), known.getReason(), instance));
    }

    /** Jetty has no exception of its own for a part that is too large: "max length exceeded: 1024". */
    private static boolean isMultipartLimit(Throwable cause) {
        return cause instanceof IllegalStateException
                && String.valueOf(cause.getMessage()).contains("exceeded");
    }

    static Problem problem(int status, String message, String instance) {
        return Problem.of(code(status), status, detail(status, message), instance);
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> PlatformError.MALFORMED_REQUEST.name();
            case 401 -> PlatformError.AUTHENTICATION_REQUIRED.name();
            case 403 -> PlatformError.ROLE_REQUIRED.name();
            case 404 -> PlatformError.ROUTE_NOT_FOUND.name();
            case 405 -> PlatformError.METHOD_NOT_ALLOWED.name();
            case 413 -> PlatformError.BODY_TOO_LARGE.name();
            case 415 -> PlatformError.UNSUPPORTED_MEDIA_TYPE.name();
            case 422 -> PlatformError.INVALID_CONTENT.name();
            case 500 -> PlatformError.INTERNAL_ERROR.name();
            case 503 -> PlatformError.NOT_READY.name();
            default -> HttpStatus.getMessage(status).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        };
    }

    /** What is usual for the status, unless somebody had more to say than the status itself. */
    private static String detail(int status, String message) {
        String usual = DETAILS.getOrDefault(status, HttpStatus.getMessage(status));
        boolean says = message != null && !message.isBlank() && !message.equals(HttpStatus.getMessage(status));
        return says && status < 500 ? usual + " (" + message + ")" : usual;
    }
}
