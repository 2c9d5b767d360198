package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Put everything, with its whole history, into one file.",
        footer = "'binnacle restore' brings the file into an empty instance.")
final class ExportCommand implements Callable<Integer> {

    /** The tables of another system. */
    enum Shape {
        SALESFORCE,
        DYNAMICS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Platform platform;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file to write; a new one.")
    private Path output;

    @Option(
            names = "--shape",
            paramLabel = "salesforce|dynamics",
            description = "Write accounts and deals alone, as tables of another system.")
    private Shape shape;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Show states as they were on a day; the history stays whole.")
    private String asOf;

    @Option(names = "--known-at", paramLabel = "DAY", description = "Leave out all that became known later.")
    private String knownAt;

    @Spec
    private CommandSpec spec;

    ExportCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        if (Files.exists(output)) {
            throw Refusal.failed("%s is there already; name another file.", output);
        }
        Api api = platform.api();
        if (shape == null) {
            everything(api);
        } else {
            api.download("/api/v1/exports/" + shape + parameters(), output);
            spec.commandLine().getOut().println(output);
        }
        return Exit.OK;
    }

    private void everything(Api api) {
        JsonNode export =
                Followed.by(api, spec.commandLine().getErr()).result(api.post("/api/v1/exports" + parameters()));
        api.download(export.path("file").asText(), output);
        JsonNode manifest = export.path("manifest");
        PrintWriter out = spec.commandLine().getOut();
        manifest.path("files")
                .forEach(file -> out.printf(
                        "  %-36s %s%n",
                        Plain.text(file.path("name").asText()),
                        Plain.count(file.path("lines").asLong(), "line")));
        out.printf("%s: %s%n", output, Plain.count(export.path("bytes").asLong(), "byte"));
        out.println("Content " + Plain.text(manifest.path("contentHash").asText()));
    }

    private String parameters() {
        return "?" + parameter("asOf", asOf) + parameter("knownAt", knownAt);
    }

    private static String parameter(String name, String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
}
