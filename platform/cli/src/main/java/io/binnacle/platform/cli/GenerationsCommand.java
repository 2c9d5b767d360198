package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "generations", description = "List what was installed when, the newest first.")
final class GenerationsCommand implements Callable<Integer> {

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    GenerationsCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        new PluginReport(plugins.out()).generations(plugins.api().get("/api/v1/system/generations"));
        return Exit.OK;
    }
}
