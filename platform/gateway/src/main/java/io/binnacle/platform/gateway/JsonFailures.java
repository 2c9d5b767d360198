package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;
import static io.binnacle.platform.api.error.PlatformError.MALFORMED_JSON;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.binnacle.platform.api.error.PlatformException;
import java.time.DateTimeException;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with JSON in words of the sender: where it stands, never the name of a class. */
final class JsonFailures {

    private static final Pattern INTERNALS = Pattern.compile(" of `[\\w.$]+`| \\(start marker at \\[.*?]\\)");

    private JsonFailures() {}

    /** Whether the sender is to blame, rather than the code that reads or writes. */
    static boolean isTheSenders(JsonProcessingException e) {
        return e instanceof StreamReadException
                || e instanceof MismatchedInputException
                || e instanceof ValueInstantiationException
                || e instanceof StreamConstraintsException
                || (e instanceof JsonMappingException
                        && e.getCause() instanceof JsonProcessingException cause
                        && isTheSenders(cause));
    }

    static PlatformException explain(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException invalid) {
            return invalid(invalid);
        }
        String pointer = pointer(e);
        PlatformException failure =
                MALFORMED_JSON.because("%s", sentence(e) + where(e)).causedBy(e);
        return pointer.isEmpty() ? failure : failure.at(pointer);
    }

    /** A value that its own type refuses: the type says why. */
    private static PlatformException invalid(ValueInstantiationException e) {
        String pointer = pointer(e);
        Throwable cause = e.getCause();
        if (cause instanceof PlatformException named) {
            return named.fields().isEmpty() ? named.at(pointer) : named;
        }
        if (cause instanceof NullPointerException) {
            return missing(cause.getMessage(), pointer);
        }
        if (cause instanceof IllegalArgumentException || cause instanceof DateTimeException) {
            return INVALID_CONTENT.because("%s", cause.getMessage()).at(pointer).causedBy(e);
        }
        throw new IllegalStateException("a value could not be made from JSON", e);
    }

    /** {@code requireNonNull(name, "name")} names the field; anything else would only name our code. */
    private static PlatformException missing(String message, String pointer) {
        if (message != null && message.matches("[a-zA-Z]\\w*")) {
            return INVALID_CONTENT.because("%s is missing", message).at(pointer + "/" + message);
        }
        return INVALID_CONTENT.because("a value that is needed here is missing").at(pointer);
    }

    private static String sentence(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = new TreeSet<>(unknown.getKnownPropertyIds())
                    .stream().map(String::valueOf).collect(Collectors.joining(", "));
            return "there is no field '" + unknown.getPropertyName() + "' here; known are " + known;
        }
        if (e instanceof InvalidFormatException format) {
            return "'" + format.getValue() + "' is not " + Expected.of(format.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (e instanceof JsonMappingException && e.getCause() instanceof JsonProcessingException cause) {
            return sentence(cause);
        }
        return INTERNALS.matcher(e.getOriginalMessage()).replaceAll("");
    }

    private static String mismatch(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("No content")) {
            return "the body is empty where JSON is expected";
        }
        if (message.startsWith("Trailing token")) {
            return "there is more after the end of the JSON value";
        }
        return "this has to be " + Expected.of(e.getTargetType());
    }

    private static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String pointer(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream().map(JsonFailures::step).collect(Collectors.joining());
    }

    private static String step(JsonMappingException.Reference reference) {
        String name = reference.getFieldName();
        return "/"
                + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
}
