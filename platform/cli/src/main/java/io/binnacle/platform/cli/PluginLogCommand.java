package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "log", description = "Print what a plugin has logged.")
final class PluginLogCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the plugin.")
    private String id;

    @Spec
    private CommandSpec spec;

    PluginLogCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        plugins.api().text(PluginApi.path(id) + "/log").lines().map(Plain::text).forEach(plugins.out()::println);
        return Exit.OK;
    }
}
