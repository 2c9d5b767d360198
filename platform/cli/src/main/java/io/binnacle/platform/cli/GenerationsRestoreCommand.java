package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "restore", description = "Go back to the plugins of an earlier generation.")
final class GenerationsRestoreCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(paramLabel = "NUMBER", description = "As 'binnacle generations' tells it.")
    private long number;

    @Spec
    private CommandSpec spec;

    GenerationsRestoreCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        JsonNode accepted = plugins.api().post("/api/v1/system/generations/" + number + ":restore");
        JsonNode now = Followed.by(plugins.api(), plugins.err()).result(accepted);
        plugins.out()
                .printf(
                        "The plugins are those of generation %d; this one has the number %d.%n",
                        number, now.path("number").asLong());
        return Exit.OK;
    }
}
