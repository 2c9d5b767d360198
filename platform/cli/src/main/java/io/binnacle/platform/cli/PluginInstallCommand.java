package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "install", description = "Install a plugin, and wait until it works or was refused.")
final class PluginInstallCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(
            paramLabel = PluginSource.LABEL,
            description = "The plugin: a .zip, the jar of one bundle, or its id in the catalogue.")
    private String source;

    @Spec
    private CommandSpec spec;

    PluginInstallCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        return plugins.follow(PluginSource.of(source).send(plugins, PluginApi.ALL));
    }
}
