package io.binnacle.platform.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "update", description = "Put a newer version in the place of a plugin while it serves.")
final class PluginUpdateCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(
            index = "0",
            paramLabel = "ID[@VERSION]",
            description = "The plugin; without a file the catalogue has it, by default the newest that fits.")
    private String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The newer version.")
    private Path file;

    @Spec
    private CommandSpec spec;

    PluginUpdateCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        PluginSource wanted = PluginSource.catalogue(id);
        PluginSource source = file == null ? wanted : PluginSource.file(file);
        return plugins.follow(source.send(plugins, PluginApi.path(wanted.id()) + ":update"));
    }
}
