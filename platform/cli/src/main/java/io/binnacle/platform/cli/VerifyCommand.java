package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Check every number and every hash in the journal.",
        footer = "Ends with 1 when something in the journal does not fit.")
final class VerifyCommand implements Callable<Integer> {

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    VerifyCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        Api api = platform.api();
        JsonNode found = Followed.by(api, spec.commandLine().getErr()).result(api.post("/api/v1/journal:verify"));
        PrintWriter out = spec.commandLine().getOut();
        JsonNode faults = found.path("faults");
        out.printf(
                "%s %s, %s, %s%n",
                faults.isEmpty() ? "The journal is whole:" : "The journal is damaged:",
                entities(found.path("entities").asLong()),
                Plain.count(found.path("events").asLong(), "event"),
                Plain.count(faults.size(), "fault"));
        faults.forEach(fault -> out.println("  - " + Plain.text(fault.asText())));
        out.println("Digest " + Plain.text(found.path("digest").asText()));
        return faults.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    private static String entities(long number) {
        return Plain.number(number) + (number == 1 ? " entity" : " entities");
    }
}
