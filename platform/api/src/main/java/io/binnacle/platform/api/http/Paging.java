package io.binnacle.platform.api.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a list a caller asks for.
 *
 * @param limit how many items, from 1 to {@link #MOST}
 * @param cursor where to go on; empty for the first page
 */
public record Paging(int limit, Optional<String> cursor) {

    /** The most items of one page. */
    public static final int MOST = 1000;

    private static final int DEFAULT = 100;

    /** What {@code ?limit=&cursor=} ask for. */
    public static Paging of(Context ctx) {
        return new Paging(limit(ctx.queryParam("limit")), Optional.ofNullable(ctx.queryParam("cursor")));
    }

    /** Answers one page; the next one stands in the {@code Link} header (RFC 8288) and in the body. */
    public static void answer(Context ctx, Page<?> page) {
        page.next().ifPresent(cursor -> ctx.header("Link", "<" + linkTo(ctx, cursor) + ">; rel=\"next\""));
        ctx.json(page);
    }

    private static int limit(String text) {
        if (text == null) {
            return DEFAULT;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw INVALID_PARAMETER
                    .because("limit must be a number from 1 to %d, not '%s'", MOST, text)
                    .at("/limit");
        }
        return Integer.parseInt(text);
    }

    private static String linkTo(Context ctx, String cursor) {
        List<String> parameters = new ArrayList<>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(value -> parameters.add(encode(name) + "=" + encode(value)));
            }
        });
        parameters.add("cursor=" + encode(cursor));
        return ctx.path() + "?" + String.join("&", parameters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
