package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        description = "Compare every table that serves reads with the journal, and mend what differs.",
        footer = "Work goes on meanwhile. Ends with 1 when a dry run finds something that differs.")
final class RebuildCommand implements Callable<Integer> {

    private final Platform platform;

    @Option(names = "--dry-run", description = "Tell what differs and mend nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    RebuildCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        Api api = platform.api();
        JsonNode report = Followed.by(api, spec.commandLine().getErr())
                .result(api.post("/api/v1/system/projections:rebuild?dryRun=" + dryRun));
        PrintWriter out = spec.commandLine().getOut();
        List<JsonNode> drifted = StreamSupport.stream(report.path("tables").spliterator(), false)
                .filter(RebuildCommand::differs)
                .toList();
        out.printf(
                "%s tables compared with %s entities: %s%n",
                Plain.number(report.path("tables").size()),
                Plain.number(report.path("entities").asLong()),
                drifted.isEmpty() ? "nothing differs." : dryRun ? "these differ." : "these differed and are mended.");
        drifted.forEach(table -> print(table, out));
        report.path("unprojected")
                .forEach(type -> out.printf(
                        "Nothing here shows the journal's entities of type '%s'; install the plugin that wrote them.%n",
                        Plain.text(type.asText())));
        return dryRun && !drifted.isEmpty() ? Exit.FAILED : Exit.OK;
    }

    private static boolean differs(JsonNode table) {
        return table.path("missing").asLong()
                        + table.path("changed").asLong()
                        + table.path("surplus").asLong()
                > 0;
    }

    private static void print(JsonNode table, PrintWriter out) {
        out.printf(
                "  - %s: %s missing, %s changed, %s surplus of %s%n",
                Plain.text(table.path("table").asText()),
                Plain.number(table.path("missing").asLong()),
                Plain.number(table.path("changed").asLong()),
                Plain.number(table.path("surplus").asLong()),
                Plain.count(table.path("rows").asLong(), "row"));
    }
}
