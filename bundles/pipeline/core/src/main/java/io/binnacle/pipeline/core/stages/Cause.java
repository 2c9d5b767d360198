package io.binnacle.pipeline.core.stages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.binnacle.platform.api.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a deal was changed. The journal keeps it as one line, which a person can read and {@link #read} understands.
 *
 * @param evidence what was given to show that exit criteria are met, by their names
 * @param gates those that were closed and gone through all the same
 * @param criteria the exit criteria that were not met
 * @param reason what the caller said
 */
public record Cause(Map<String, String> evidence, List<String> gates, List<String> criteria, String reason) {

    /** What the causes of imports begin with; no person's line does. */
    public static final String IMPORT = "import:";

    private static final String GATE = "[a-z][a-z0-9-]*";
    private static final Pattern LINE = Pattern.compile(
            "(?:evidence (\\{[^}]*}); )?(?:override of (" + GATE + "(?:, " + GATE + ")*)(?: (\\[[^]]*]))?: )?(.*)",
            Pattern.DOTALL);
    private static final TypeReference<Map<String, String>> EVIDENCE = new TypeReference<>() {};
    private static final TypeReference<List<String>> CRITERIA = new TypeReference<>() {};

    public Cause {
        evidence = Map.copyOf(evidence);
        gates = List.copyOf(gates);
        criteria = List.copyOf(criteria);
    }

    /** A cause that overrides nothing. */
    public static Cause plain(String reason) {
        return new Cause(Map.of(), List.of(), List.of(), reason);
    }

    /** What a line of the journal says. */
    public static Cause read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return plain(line);
        }
        try {
            return new Cause(
                    parts.group(1) == null ? Map.of() : Json.mapper().readValue(parts.group(1), EVIDENCE),
                    parts.group(2) == null
                            ? List.of()
                            : Arrays.asList(parts.group(2).split(", ")),
                    parts.group(3) == null ? List.of() : Json.mapper().readValue(parts.group(3), CRITERIA),
                    parts.group(4));
        } catch (JsonProcessingException notOurs) {
            return plain(line);
        }
    }

    /** The line for the journal; a reason that reads like an override or an import is marked as said. */
    public String line() {
        String line = shown() + overridden();
        boolean clear = read(line + reason).equals(this) && !(line + reason).startsWith(IMPORT);
        return clear ? line + reason : line + "said: " + reason;
    }

    private String shown() {
        return evidence.isEmpty() ? "" : "evidence " + closed(new TreeMap<>(evidence), '}') + "; ";
    }

    private String overridden() {
        String which = criteria.isEmpty() ? "" : " " + closed(criteria, ']');
        return gates.isEmpty() ? "" : "override of " + String.join(", ", gates) + which + ": ";
    }

    /** JSON in which the last character is the only one of its kind. */
    private static String closed(Object value, char end) {
        String json = Json.write(value);
        String inside = json.substring(0, json.length() - 1);
        return inside.replace(String.valueOf(end), "\\u00" + Integer.toHexString(end)) + end;
    }
}
