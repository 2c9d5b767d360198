package io.binnacle.platform.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param instance the path of the request
 * @param code the stable name; {@code type} and {@code title} follow from it
 * @param correlationId under which a failure of the platform stands in the log
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        Optional<String> correlationId) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ErrorCode code, String detail, String instance) {
        return of(code.name(), code.culprit().status(), detail, instance);
    }

    static Problem of(String code, int status, String detail, String instance) {
        String words = code.toLowerCase(Locale.ROOT);
        String title =
                Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('_', ' ');
        String type = "urn:binnacle:problem:" + words.replace('_', '-');
        return new Problem(type, title, status, detail, instance, code, List.of(), Optional.empty());
    }

    Problem at(List<FieldError> fields) {
        return new Problem(type, title, status, detail, instance, code, fields, correlationId);
    }

    Problem under(String id) {
        return new Problem(type, title, status, detail, instance, code, errors, Optional.of(id));
    }

    byte[] bytes() {
        try {
            return Json.mapper().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }
}
