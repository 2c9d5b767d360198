package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Tell whether the platform runs, is ready, and what is missing.")
final class StatusCommand implements Callable<Integer> {

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    StatusCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        Optional<String> address = platform.address();
        if (address.isEmpty() && platform.folder().process().isPresent()) {
            out().println("Binnacle is starting (process "
                    + platform.folder().process().orElseThrow().pid() + ").");
            return Exit.NOT_READY;
        }
        return tell(platform.api());
    }

    private int tell(Api api) {
        JsonNode health = api.health("/readyz");
        boolean ready = health.path("status").asText().equals("READY");
        out().println(
                        ready
                                ? "Binnacle is ready: " + api.address()
                                : "Binnacle runs at " + api.address() + " and is not ready:");
        health.path("missing").forEach(missing -> out().println("  - " + Plain.text(missing.asText())));
        health.path("stopped").forEach(stopped -> out().println("  stopped: " + Plain.text(stopped.asText())));
        return ready ? Exit.OK : Exit.NOT_READY;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
