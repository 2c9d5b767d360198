package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "bundles", description = "List the bundles of the running platform.")
final class BundlesCommand implements Callable<Integer> {

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    BundlesCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        platform.api().get("/api/v1/system/bundles").forEach(this::print);
        return Exit.OK;
    }

    private void print(JsonNode bundle) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%-11s %3d  %s %s%n",
                bundle.path("state").asText(),
                bundle.path("startLevel").asInt(),
                bundle.path("name").asText(),
                bundle.path("version").asText());
        if (bundle.hasNonNull("whyNotActive")) {
            out.println(
                    "                 " + Plain.text(bundle.get("whyNotActive").asText()));
        }
    }
}
