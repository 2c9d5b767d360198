package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A problem document (RFC 9457) as lines for a person. */
final class Problem {

    private static final int MOST_FIELDS = 20;

    private Problem() {}

    static String text(JsonNode problem) {
        StringBuilder text = new StringBuilder(Plain.text(problem.path("title").asText("Failed")));
        if (problem.hasNonNull("detail")) {
            text.append(": ").append(Plain.text(problem.get("detail").asText()));
        }
        JsonNode errors = problem.path("errors");
        for (int i = 0; i < Math.min(errors.size(), MOST_FIELDS); i++) {
            JsonNode error = errors.get(i);
            text.append("\n  ")
                    .append(Plain.text(error.path("pointer").asText()))
                    .append(": ")
                    .append(Plain.text(error.path("detail").asText()));
        }
        if (errors.size() > MOST_FIELDS) {
            text.append("\n  and ").append(errors.size() - MOST_FIELDS).append(" more");
        }
        if (problem.hasNonNull("correlationId")) {
            text.append("\n  correlation id ")
                    .append(Plain.text(problem.get("correlationId").asText()));
        }
        return text.toString();
    }
}
