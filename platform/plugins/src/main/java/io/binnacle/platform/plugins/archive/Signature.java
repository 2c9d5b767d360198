package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_SIGNATURE_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.util.Base64;

/** Who says to have signed, and the signature, as a {@code .sig} file has them. */
record Signature(String keyId, byte[] bytes) {

    /** What the name of a signature file adds to the name of the signed file. */
    static final String SUFFIX = ".sig";

    static Signature parse(byte[] json, String file) {
        try {
            JsonNode node = Json.mapper().readTree(json);
            if (node.isObject() && node.size() == 2 && node.path("keyId").isTextual()) {
                return new Signature(
                        node.get("keyId").textValue(),
                        Base64.getDecoder().decode(node.path("signature").asText()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file).causedBy(e);
        }
        throw unreadable(file);
    }

    private static PlatformException unreadable(String file) {
        return PLUGIN_SIGNATURE_INVALID.because(
                "%s must be a JSON object with 'keyId' and 'signature' (in base64); sign anew", file);
    }
}
