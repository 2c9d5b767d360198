package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_CONTENT_MISMATCH;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.nio.file.Path;

/** Content is one JSON object a file; what is in it is for those who use it. */
final class JsonContent {

    private JsonContent() {}

    static void check(Path file, String path) throws IOException {
        try (JsonParser parser = Json.mapper().getFactory().createParser(file.toFile())) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            if (!object || parser.nextToken() != null) {
                throw PLUGIN_CONTENT_MISMATCH.because("%s must hold one JSON object and nothing else", path);
            }
        } catch (JacksonException e) {
            throw PLUGIN_CONTENT_MISMATCH
                    .because("%s is no strict JSON: %s", path, e.getOriginalMessage())
                    .causedBy(e);
        }
    }
}
