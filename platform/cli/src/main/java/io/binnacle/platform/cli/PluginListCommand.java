package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List what is installed and how it does.")
final class PluginListCommand implements Callable<Integer> {

    private final Platform platform;

    @Spec
    private CommandSpec spec;

    PluginListCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        PluginReport report = new PluginReport(plugins.out());
        plugins.api().get(PluginApi.ALL).forEach(report::line);
        return Exit.OK;
    }
}
