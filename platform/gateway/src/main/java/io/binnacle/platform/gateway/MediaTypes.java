package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.UNSUPPORTED_MEDIA_TYPE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;

/** The media types that a route reads, as its description says; only asked when a request has a body. */
final class MediaTypes {

    private static final List<String> USUAL =
            List.of("application/json", "application/merge-patch+json", "multipart/form-data");

    private final Supplier<List<String>> described;
    private volatile List<String> types;

    MediaTypes(Supplier<List<String>> described) {
        this.described = described;
    }

    void check(HttpServletRequest request) {
        String sent = request.getContentType();
        if (sent == null || !hasBody(request)) {
            return;
        }
        for (String type : types()) {
            if (matches(type, sent)) {
                return;
            }
        }
        throw UNSUPPORTED_MEDIA_TYPE.because(
                "this reads %s, not %s; change the Content-Type of the request", String.join(" or ", types()), sent);
    }

    private static boolean hasBody(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 || (length < 0 && request.getHeader("Transfer-Encoding") != null);
    }

    private List<String> types() {
        if (types == null) {
            List<String> found = described.get();
            types = found.isEmpty() ? USUAL : found;
        }
        return types;
    }

    private static boolean matches(String type, String sent) {
        int end = sent.indexOf(';');
        String plain = (end < 0 ? sent : sent.substring(0, end)).trim();
        if (type.endsWith("/*")) {
            return plain.regionMatches(true, 0, type, 0, type.length() - 1);
        }
        return plain.equalsIgnoreCase(type);
    }
}
