package io.binnacle.platform.api.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Parameters of a request, each refused with its name and what would be right. */
public final class Parameters {

    private Parameters() {}

    /** The id in the path. */
    public static UUID id(Context ctx, String name) {
        return parse(name, ctx.pathParam(name), "a UUID", UUID::fromString);
    }

    /** An id in the query. */
    public static Optional<UUID> queryId(Context ctx, String name) {
        return text(ctx, name).map(value -> parse(name, value, "a UUID", UUID::fromString));
    }

    /** A text in the query; blank counts as absent. */
    public static Optional<String> text(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank());
    }

    /** A whole number in the query. */
    public static Optional<Integer> number(Context ctx, String name) {
        return text(ctx, name).map(value -> parse(name, value, "a whole number", Integer::valueOf));
    }

    /** {@code true} or {@code false} in the query; absent is {@code false}. */
    public static boolean flag(Context ctx, String name) {
        return text(ctx, name)
                .map(value -> parse(name, value, "true or false", Parameters::strictBoolean))
                .orElse(false);
    }

    /** A constant of {@code type} in the query, in any case of letters. */
    public static <E extends Enum<E>> Optional<E> constant(Context ctx, String name, Class<E> type) {
        String allowed = "one of " + java.util.Arrays.toString(type.getEnumConstants());
        return text(ctx, name)
                .map(value -> parse(name, value, allowed, v -> Enum.valueOf(type, v.toUpperCase(Locale.ROOT))));
    }

    /**
     * The point in both times that {@code ?asOf=&knownAt=} name, each an instant such as
     * {@code 2026-11-02T17:00:00Z} or a date, which means the end of that day in UTC.
     */
    public static AsOf asOf(Context ctx) {
        return asOf(ctx, ZoneOffset.UTC);
    }

    /** As {@link #asOf(Context)}, with days that end in {@code zone}. */
    public static AsOf asOf(Context ctx, ZoneId zone) {
        return new AsOf(
                instant(ctx, "asOf", zone).orElse(Instant.MAX),
                instant(ctx, "knownAt", zone).orElse(Instant.MAX));
    }

    /** An instant in the query such as {@code 2026-11-02T17:00:00Z}, or a date, which means its end in {@code zone}. */
    public static Optional<Instant> instant(Context ctx, String name, ZoneId zone) {
        return text(ctx, name)
                .map(value ->
                        parse(name, value, "a date or an instant like 2026-11-02T17:00:00Z", v -> instant(v, zone)));
    }

    private static Instant instant(String value, ZoneId zone) {
        if (value.length() == 10) {
            return LocalDate.parse(value)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant()
                    .minusNanos(1000);
        }
        return Instant.parse(value);
    }

    private static Boolean strictBoolean(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
        }
        return Boolean.valueOf(value);
    }

    private static <T> T parse(String name, String value, String expected, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw INVALID_PARAMETER
                    .because("%s must be %s, not '%s'", name, expected, value)
                    .at("/" + name);
        }
    }
}
