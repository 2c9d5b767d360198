package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The plugins of the running platform, as one command uses them. */
record PluginApi(Api api, PrintWriter out, PrintWriter err) {

    static final String ALL = "/api/v1/plugins";

    static PluginApi of(Platform platform, CommandSpec spec) {
        return new PluginApi(
                platform.api(), spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    static String path(String id) {
        return ALL + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode upload(String path, Path file) {
        Multipart.requireReadable(file);
        return api.upload(path, "plugin", List.of(file));
    }

    /** Waits for the change to end and tells how it did. */
    int follow(JsonNode accepted) {
        JsonNode outcome = Followed.by(api, err).result(accepted);
        out.printf(
                "%s %s is %s.%n",
                outcome.path("plugin").asText(),
                outcome.path("version").asText(),
                outcome.path("state").asText());
        if (outcome.hasNonNull("unloaded")) {
            out.println("  left memory: " + Plain.text(outcome.get("unloaded").asText()));
        }
        return Exit.OK;
    }
}
