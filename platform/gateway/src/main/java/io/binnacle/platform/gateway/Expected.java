package io.binnacle.platform.gateway;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says in plain words what JSON has to hold for a Java type. */
final class Expected {

    private static final String WHOLE = "a whole number";
    private static final String DECIMAL = "a number";

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(long.class, WHOLE),
            Map.entry(Long.class, WHOLE),
            Map.entry(BigInteger.class, WHOLE),
            Map.entry(double.class, "a finite number"),
            Map.entry(Double.class, "a finite number"),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(String.class, "a text"),
            Map.entry(UUID.class, "a UUID"),
            Map.entry(LocalDate.class, "a date like 2026-11-30"),
            Map.entry(YearMonth.class, "a month like 2026-11"),
            Map.entry(Instant.class, "an instant like 2026-11-02T17:00:00Z"),
            Map.entry(Duration.class, "a duration like PT15M"));

    private Expected() {}

    static String of(Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return WORDS.getOrDefault(type, "an object with the fields of its kind");
    }
}
