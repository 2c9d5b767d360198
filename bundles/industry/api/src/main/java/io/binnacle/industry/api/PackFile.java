package io.binnacle.industry.api;

import static io.binnacle.industry.api.IndustryError.INVALID_PACK;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.io.InputStream;

/** Reads packs and their golden tests from JSON. */
public final class PackFile {

    /** Where a plugin has its pack, below {@code content/}. */
    public static final String PACK = "industry-pack.json";

    /** Where a plugin has the golden tests of its pack, below {@code content/}. */
    public static final String GOLDEN = "golden.json";

    private PackFile() {}

    /** @throws io.binnacle.platform.api.error.PlatformException {@link IndustryError#INVALID_PACK} */
    public static PackContent content(JsonNode json) {
        return read(PACK, json, PackContent.class);
    }

    /** @throws io.binnacle.platform.api.error.PlatformException {@link IndustryError#INVALID_PACK} */
    public static GoldenTests golden(JsonNode json) {
        return read(GOLDEN, json, GoldenTests.class);
    }

    /**
     * A resource of a bundle.
     *
     * @throws io.binnacle.platform.api.error.PlatformException {@link IndustryError#INVALID_PACK}
     */
    public static JsonNode resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw INVALID_PACK.because("the bundle has no resource %s", name);
            }
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw INVALID_PACK
                    .because("%s is no JSON: %s", name, e.getMessage())
                    .causedBy(e);
        }
    }

    private static <T> T read(String file, JsonNode json, Class<T> type) {
        if (!json.isObject()) {
            throw INVALID_PACK.because("%s is missing or no JSON object", file);
        }
        refuseNull(file, "", json);
        try {
            return Json.mapper().treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw INVALID_PACK
                    .because("%s cannot be read: %s", file, firstLine(e))
                    .causedBy(e);
        }
    }

    private static void refuseNull(String file, String pointer, JsonNode json) {
        if (json.isNull()) {
            throw INVALID_PACK.because("%s has null at %s; leave out what is not known", file, pointer);
        }
        json.forEachEntry((name, value) -> refuseNull(file, pointer + "/" + name, value));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            refuseNull(file, pointer + "/" + i, json.get(i));
        }
    }

    private static String firstLine(JsonProcessingException e) {
        Throwable told = e instanceof ValueInstantiationException && e.getCause() != null ? e.getCause() : e;
        return told instanceof JacksonException json ? json.getOriginalMessage() : told.getMessage();
    }
}
