package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "Bring a file of 'binnacle export' into an empty instance, all of it or nothing.",
        footer = "Every hash is checked before anything is written.")
final class RestoreCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(names = "--dry-run", description = "Check the file and write nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    RestoreCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        Multipart.requireReadable(file);
        Api api = platform.api();
        // Who may not restore learns it before, not after, a long upload.
        api.get("/api/v1/me");
        JsonNode accepted = api.upload("/api/v1/exports:restore?dryRun=" + dryRun, "archive", List.of(file));
        JsonNode report = Followed.by(api, spec.commandLine().getErr()).result(accepted);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s of %s entities %s%n",
                Plain.count(report.path("events").asLong(), "event"),
                Plain.number(report.path("entities").asLong()),
                report.path("written").asBoolean() ? "are here now." : "are whole; nothing was written.");
        report.path("unprojected")
                .forEach(type -> out.printf(
                        "Nothing here shows those of type '%s' yet: install the plugin that wrote them, then run"
                                + " 'binnacle rebuild'.%n",
                        Plain.text(type.asText())));
        out.println("Content " + Plain.text(report.path("contentHash").asText()));
        return Exit.OK;
    }
}
