package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A problem document (RFC 9457) as lines for a person. */
final class Problem {

    private static final int MOST_FIELDS = 20;

    private Problem() {}

    static String text(JsonNode problem) {
        String detail = problem.path("detail").asText();
        StringBuilder text = new StringBuilder(Plain.text(problem.path("title").asText("Failed")));
        if (!detail.isEmpty()) {
            text.append(": ").append(Plain.text(detail));
        }
        fields(problem.path("errors"), detail, text);
        if (problem.hasNonNull("correlationId")) {
            text.append("\n  correlation id ")
                    .append(Plain.text(problem.get("correlationId").asText()));
        }
        return text.toString();
    }

    /** One field is often at fault for the very reason that the detail gives; nobody wants to read it twice. */
    private static void fields(JsonNode errors, String detail, StringBuilder text) {
        if (errors.size() == 1 && errors.get(0).path("detail").asText().equals(detail)) {
            return;
        }
        for (int i = 0; i < Math.min(errors.size(), MOST_FIELDS); i++) {
            text.append("\n  ")
                    .append(Plain.text(errors.get(i).path("pointer").asText()))
                    .append(": ")
                    .append(Plain.text(errors.get(i).path("detail").asText()));
        }
        if (errors.size() > MOST_FIELDS) {
            text.append("\n  and ").append(errors.size() - MOST_FIELDS).append(" more");
        }
    }
}
