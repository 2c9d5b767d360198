package io.binnacle.platform.api.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.PRECONDITION_REQUIRED;

import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity versions as strong entity tags (RFC 9110, section 8.8.3). */
public final class ETag {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private ETag() {}

    /** Puts the version of what is answered into the {@code ETag} header. */
    public static void set(Context ctx, long version) {
        ctx.header("ETag", "\"" + version + "\"");
    }

    /**
     * The version that the caller means to change, from {@code If-Match}.
     *
     * @throws io.binnacle.platform.api.error.PlatformException PRECONDITION_REQUIRED when the header is
     *     missing, INVALID_PARAMETER when it holds no version of ours
     */
    public static long ifMatch(Context ctx) {
        String header = ctx.header("If-Match");
        if (header == null) {
            throw PRECONDITION_REQUIRED.because(
                    "send If-Match with the ETag of the copy you changed, so that nobody's change is lost");
        }
        Matcher match = TAG.matcher(header);
        if (!match.matches()) {
            throw INVALID_PARAMETER.because("If-Match must be an ETag of this resource such as \"3\", not %s", header);
        }
        return Long.parseLong(match.group(1));
    }
}
