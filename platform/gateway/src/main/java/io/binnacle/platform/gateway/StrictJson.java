package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.MALFORMED_JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.binnacle.platform.api.json.Json;
import io.javalin.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Binnacle's JSON for Javalin. A text counts as JSON already, as everywhere in Javalin. */
final class StrictJson implements JsonMapper {

    private final ObjectMapper mapper = Json.mapper();

    @Override
    public String toJsonString(Object value, Type type) {
        try {
            return value instanceof String json ? json : mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    @Override
    public InputStream toJsonStream(Object value, Type type) {
        return new ByteArrayInputStream(toJsonString(value, type).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeToOutputStream(Stream<?> values, OutputStream out) {
        try (SequenceWriter writer = mapper.writer().writeValuesAsArray(out)) {
            for (Object value : (Iterable<Object>) values.map(Object.class::cast)::iterator) {
                writer.write(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T fromJsonString(String json, Type type) {
        try {
            return present(mapper.readValue(json, typeOf(type)));
        } catch (JsonProcessingException e) {
            throw JsonFailures.explain(e);
        }
    }

    @Override
    public <T> T fromJsonStream(InputStream json, Type type) {
        try {
            return present(mapper.readValue(json, typeOf(type)));
        } catch (JsonProcessingException e) {
            throw JsonFailures.explain(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavaType typeOf(Type type) {
        return mapper.getTypeFactory().constructType(type);
    }

    private static <T> T present(T value) {
        if (value == null) {
            throw MALFORMED_JSON
                    .because("the body is null where a value is needed")
                    .at("");
        }
        return value;
    }
}
