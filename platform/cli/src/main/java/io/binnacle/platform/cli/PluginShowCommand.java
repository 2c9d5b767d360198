package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Tell all about one plugin.")
final class PluginShowCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the plugin.")
    private String id;

    @Spec
    private CommandSpec spec;

    PluginShowCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        new PluginReport(plugins.out()).details(plugins.api().get(PluginApi.path(id)));
        return Exit.OK;
    }
}
