package io.binnacle.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "remove", description = "Remove a plugin; its data is kept unless it is purged.")
final class PluginRemoveCommand implements Callable<Integer> {

    private final Platform platform;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the plugin.")
    private String id;

    @Option(names = "--purge", description = "Delete its data for ever.")
    private boolean purge;

    @Option(names = "--cascade", description = "Together with the plugins that use it.")
    private boolean cascade;

    @Spec
    private CommandSpec spec;

    PluginRemoveCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        PluginApi plugins = PluginApi.of(platform, spec);
        String path = PluginApi.path(id) + "?data=" + (purge ? "purge" : "keep") + "&dependents="
                + (cascade ? "cascade" : "refuse");
        return plugins.follow(plugins.api().delete(path));
    }
}
