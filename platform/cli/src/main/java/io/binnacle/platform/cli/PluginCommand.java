package io.binnacle.platform.cli;

import java.time.Clock;
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
                .addSubcommand(new PluginCheckCommand(platform))
                .addSubcommand(new PluginSearchCommand(platform))
                .addSubcommand(new PluginInstallCommand(platform))
                .addSubcommand(new PluginListCommand(platform))
                .addSubcommand(new PluginShowCommand(platform))
                .addSubcommand(new PluginUpdateCommand(platform))
                .addSubcommand(new PluginRollbackCommand(platform))
                .addSubcommand(new PluginEnableCommand(platform))
                .addSubcommand(new PluginDisableCommand(platform))
                .addSubcommand(new PluginRemoveCommand(platform))
                .addSubcommand(new PluginConfigCommand(platform))
                .addSubcommand(new PluginLogCommand(platform))
                .addSubcommand(new PluginNewCommand())
                .addSubcommand(new PluginPackCommand())
                .addSubcommand(new PluginKeygenCommand())
                .addSubcommand(new PluginIndexCommand(Clock.systemUTC()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with plugins");
    }
}
