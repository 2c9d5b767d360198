package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "config", description = "Print the settings of a plugin, or replace them.")
final class PluginConfigCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the plugin.")
    private String id;

    @Option(names = "--set", paramLabel = "FILE", description = "A file of JSON with the new settings.")
    private Path file;

    @Spec
    private CommandSpec spec;

    PluginConfigCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        String path = PluginApi.path(id) + "/config";
        JsonNode config = file == null ? plugins.api().get(path) : plugins.api().put(path, Api.read(file));
        plugins.out().println(config.toPrettyString());
        return Exit.OK;
    }
}
