package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** An operation of the platform, followed to its end with a line that tells how far it is. */
final class Followed {

    private static final long PAUSE_MILLIS = 150;

    private final Api api;
    private final PrintWriter progress;
    private final boolean interactive;
    private int width;

    Followed(Api api, PrintWriter progress, boolean interactive) {
        this.api = api;
        this.progress = progress;
        this.interactive = interactive;
    }

    /** Shows progress when a person looks on. */
    static Followed by(Api api, PrintWriter progress) {
        return new Followed(api, progress, System.console() != null);
    }

    /** The result of the operation; refused with its problem when it did not succeed. */
    JsonNode result(JsonNode accepted) {
        String path = "/api/v1/operations/" + accepted.path("id").asText();
        JsonNode operation = accepted;
        while (operation.path("state").asText().equals("RUNNING")) {
            show(operation);
            pause();
            operation = api.get(path);
        }
        erase();
        if (!operation.path("state").asText().equals("SUCCEEDED")) {
            throw new Refusal(
                    Exit.FAILED,
                    operation.hasNonNull("problem")
                            ? Problem.text(operation.get("problem"))
                            : Plain.text(operation.path("message").asText("It did not end well.")));
        }
        return operation.path("result");
    }

    private void show(JsonNode operation) {
        String line = "%3d %% %s"
                .formatted(
                        operation.path("percent").asInt(),
                        Plain.text(operation.path("message").asText()));
        overwrite(line);
    }

    private void erase() {
        overwrite("");
        if (interactive) {
            progress.print('\r');
            progress.flush();
        }
    }

    private void overwrite(String line) {
        if (interactive) {
            progress.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            progress.flush();
            width = line.length();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("Interrupted; the operation itself goes on.");
        }
    }
}
