package io.binnacle.platform.operations;

import static io.binnacle.platform.api.error.PlatformError.INTERNAL_ERROR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Operation;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong behind a request, in the form that the gateway gives to failures of requests (RFC 9457). */
record Problem(JsonNode document, String sentence) {

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    /** Explains a failure. What the platform is to blame for is logged here, once, under the id it names. */
    static Problem of(Throwable failure, Operation operation) {
        if (!(failure instanceof PlatformException named)) {
            String sentence = "Binnacle failed here, not you; the log tells more under the correlation id";
            return new Problem(
                    document(INTERNAL_ERROR, sentence, operation).put("correlationId", logged(failure, operation)),
                    sentence);
        }
        ObjectNode document = document(named.code(), named.getMessage(), operation);
        if (!named.fields().isEmpty()) {
            document.set("errors", Json.mapper().valueToTree(named.fields()));
        }
        Culprit culprit = named.code().culprit();
        if (culprit == Culprit.PLATFORM || culprit == Culprit.OUT_OF_STORAGE) {
            document.put("correlationId", logged(failure, operation));
        }
        return new Problem(document, named.getMessage());
    }

    private static ObjectNode document(ErrorCode code, String sentence, Operation operation) {
        String words = code.name().toLowerCase(Locale.ROOT);
        return Json.object()
                .put("type", "urn:binnacle:problem:" + words.replace('_', '-'))
                .put(
                        "title",
                        Character.toUpperCase(words.charAt(0))
                                + words.substring(1).replace('_', ' '))
                .put("status", code.culprit().status())
                .put("detail", sentence)
                .put("instance", "/api/v1/operations/" + operation.id())
                .put("code", code.name());
    }

    private static String logged(Throwable failure, Operation operation) {
        String id = UUID.randomUUID().toString();
        LOG.error("{} {} failed, correlation id {}", operation.kind(), operation.id(), id, failure);
        return id;
    }
}
