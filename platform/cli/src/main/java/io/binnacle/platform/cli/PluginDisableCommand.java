package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "disable", description = "Stop a plugin and keep it installed.")
final class PluginDisableCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the plugin.")
    private String id;

    @Option(names = "--cascade", description = "Together with the plugins that use it.")
    private boolean cascade;

    @Spec
    private CommandSpec spec;

    PluginDisableCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        String path = PluginApi.path(id) + (cascade ? "?dependents=cascade" : "");
        return plugins.follow(plugins.api().patch(path, Api.object().put("enabled", false)));
    }
}
