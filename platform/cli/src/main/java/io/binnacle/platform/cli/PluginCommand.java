package io.binnacle.platform.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "plugin",
        description = "Check, install, update and remove plugins; make new ones.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
final class PluginCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine on(Platform platform) {
        return new CommandLine(new PluginCommand())
                .addSubcommand(new PluginNewCommand())
                .addSubcommand(new PluginPackCommand())
                .addSubcommand(new PluginKeygenCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with plugins");
    }
}
